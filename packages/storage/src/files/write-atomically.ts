import { open, rename, rm } from 'node:fs/promises'

/** Writes a whole file so that a reader, or a kill, sees the old one or the new one. The folder must exist. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.${(count += 1)}.tmp`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(text)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

let count = 0

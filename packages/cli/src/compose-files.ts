import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { access, appendFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createError, fail, ok, type Result } from '@assay/core'
import type { TextSink, Workspace } from './workspace.ts'

/** Files by paths relative to the folder. What is written appears whole or not at all. */
export function fileAccess(
  folder: string,
): Pick<Workspace, 'readText' | 'writeText' | 'appendText' | 'readLines' | 'openText'> {
  return {
    readText: (file) => readFile(absolute(folder, file), 'utf8').catch(() => null),
    writeText: (file, text) => writeWhole(absolute(folder, file), text),
    appendText: (file, text) =>
      reportFailure(file, async () => {
        await mkdir(dirname(absolute(folder, file)), { recursive: true })
        await appendFile(absolute(folder, file), text)
      }),
    readLines: async (file) => {
      if (file === '-') return ok(linesOf(process.stdin))
      const path = absolute(folder, file)
      const isThere = await access(path).then(
        () => true,
        () => false,
      )
      return isThere ? ok(linesOf(createReadStream(path))) : fail(createError('ASSAY-1006', { where: file }))
    },
    openText: (file) =>
      file === '-'
        ? Promise.resolve(ok(standardOutput))
        : reportFailure(file, () => openPart(absolute(folder, file))),
  }
}

/** Whole or not at all. Fails with ASSAY-1007. */
export const writeWhole = (path: string, text: string): Promise<Result<void>> =>
  reportFailure(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.part`, text)
    await rename(`${path}.part`, path)
  })

export const absolute = (folder: string, file: string): string =>
  isAbsolute(file) ? file : join(folder, file)

const linesOf = (input: NodeJS.ReadableStream): AsyncIterable<string> =>
  createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })

const standardOutput: TextSink = {
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  commit: async () => undefined,
  discard: async () => undefined,
}

async function openPart(path: string): Promise<TextSink> {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.part`
  const handle = await open(part, 'w')
  let isOpen = true
  const close = async (): Promise<void> => {
    isOpen = false
    await handle.close()
  }
  return {
    write: (text) => handle.writeFile(text),
    commit: async () => {
      await close()
      await rename(part, path)
    },
    discard: async () => {
      if (!isOpen) return
      await close()
      await rm(part, { force: true })
    },
  }
}

async function reportFailure<T>(file: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    return fail(createError('ASSAY-1007', { where: file, detail: String(error) }))
  }
}

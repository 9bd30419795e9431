import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export interface HashedFile {
  /** Whole lines, each without its end. */
  writeLines(lines: readonly string[]): Promise<void>
  /** Resolves when it is on the disk. */
  close(): Promise<{ readonly rows: number; readonly bytes: number; readonly sha256: string }>
}

/** A new file of lines that knows its hash. */
export async function createHashedFile(path: string): Promise<HashedFile> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  return {
    async writeLines(lines) {
      if (lines.length === 0) return
      const chunk = Buffer.from(`${lines.join('\n')}\n`)
      hash.update(chunk)
      await file.appendFile(chunk)
      rows += lines.length
      bytes += chunk.length
    },
    async close() {
      try {
        await file.datasync()
      } finally {
        await file.close()
      }
      return { rows, bytes, sha256: hash.digest('hex') }
    },
  }
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Lines in groups of a few megabytes. Split at line feeds alone: rows may hold other characters that end lines. */
export async function* readLineGroups(path: string): AsyncGenerator<readonly string[], undefined> {
  let rest: Buffer[] = []
  for await (const part of createReadStream(path, { highWaterMark: groupBytes })) {
    const chunk = part as Buffer
    const end = chunk.lastIndexOf(lineFeed)
    if (end < 0) {
      rest.push(chunk)
      continue
    }
    yield Buffer.concat([...rest, chunk.subarray(0, end)])
      .toString()
      .split('\n')
    rest = [chunk.subarray(end + 1)]
  }
  const last = Buffer.concat(rest).toString()
  if (last !== '') yield [last]
}

const lineFeed = 0x0a
const groupBytes = 1 << 21

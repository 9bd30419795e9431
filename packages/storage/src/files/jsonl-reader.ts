import { open, type FileHandle } from 'node:fs/promises'
import { AssayFailure, createError } from '@assay/core'
import { cannotRead, isMissing } from './file-failure.ts'

export interface JsonlReadOptions<T> {
  readonly path: string
  /** Returns the row, or says what is wrong with it. */
  readonly parse: (value: unknown) => { readonly row: T } | { readonly problem: string }
  /** Called when the last line is half written; it is not read. */
  readonly onHalfLine?: (line: number) => void
}

const newline = 10
const blockBytes = 1 << 18

/** Streams a JSON Lines file in flat memory; a missing file has no rows. Throws an AssayFailure (6001) that names a damaged line. */
export async function* readJsonl<T>(options: JsonlReadOptions<T>): AsyncGenerator<T, undefined> {
  let line = 0
  for await (const { bytes, isHalf } of readBlocks(options.path)) {
    let start = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      line += 1
      yield parseLine(options, bytes.toString('utf8', start, end), line)
      start = end + 1
    }
    if (!isHalf) continue
    const last = tryParse(options, bytes.toString('utf8'))
    if ('row' in last) yield last.row
    else options.onHalfLine?.(line + 1)
  }
}

/** Mends a file whose last line has no end: ends it when it is whole, else cuts it off. Says what it did, if anything. */
export async function repairLastLine<T>({
  path,
  parse,
}: Pick<JsonlReadOptions<T>, 'path' | 'parse'>): Promise<string | null> {
  const file = await openExisting(path)
  if (file === null) return null
  try {
    const { size } = await file.stat()
    const end = await findLastLineEnd(file, size)
    if (end === size) return null
    const tail = Buffer.alloc(size - end)
    await file.read(tail, 0, tail.length, end)
    if ('row' in tryParse({ parse }, tail.toString('utf8'))) {
      await file.write('\n', size)
      return null
    }
    await file.truncate(end)
    return `${path}: the last line was half written and was cut off (${size - end} bytes)`
  } finally {
    await file.close()
  }
}

interface Block {
  /** Good until the next block is asked for. */
  readonly bytes: Buffer
  /** The end of a file that does not end with a newline; else whole lines. */
  readonly isHalf: boolean
}

/** One buffer for the whole file: a stream makes a new one for each block, and those outlive their use by far. */
async function* readBlocks(path: string): AsyncGenerator<Block, undefined> {
  const file = await openForReading(path)
  if (file === null) return
  try {
    let buffer = Buffer.allocUnsafe(blockBytes)
    let filled = 0
    for (;;) {
      if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2)
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled)
      if (bytesRead === 0) break
      filled += bytesRead
      const end = buffer.subarray(0, filled).lastIndexOf(newline) + 1
      if (end > 0) yield { bytes: buffer.subarray(0, end), isHalf: false }
      buffer.copyWithin(0, end, filled)
      filled -= end
    }
    if (filled > 0) yield { bytes: buffer.subarray(0, filled), isHalf: true }
  } catch (error) {
    throw new AssayFailure(cannotRead(path, error))
  } finally {
    await file.close()
  }
}

async function openForReading(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if (isMissing(error)) return null
    throw new AssayFailure(cannotRead(path, error))
  }
}

function parseLine<T>(options: JsonlReadOptions<T>, text: string, line: number): T {
  const parsed = tryParse(options, text)
  if ('row' in parsed) return parsed.row
  throw new AssayFailure(
    createError('ASSAY-6001', {
      where: `${options.path}, line ${line}: ${parsed.problem}`,
      so: 'nothing was changed',
    }),
  )
}

function tryParse<T>(options: Pick<JsonlReadOptions<T>, 'parse'>, text: string) {
  try {
    return options.parse(JSON.parse(text))
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

async function openExisting(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The offset after the last newline. */
async function findLastLineEnd(file: FileHandle, size: number): Promise<number> {
  const block = Buffer.alloc(Math.min(size, blockBytes))
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - block.length)
    await file.read(block, 0, end - start, start)
    const at = block.subarray(0, end - start).lastIndexOf(newline)
    if (at !== -1) return start + at + 1
    end = start
  }
  return 0
}

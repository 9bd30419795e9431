import { open, type FileHandle } from 'node:fs/promises'
import { AssayFailure } from '@assay/core'
import { cannotWrite } from './file-failure.ts'

/** Appends rows to one JSON Lines file. */
export interface JsonlWriter {
  /**
   * Resolves when the row is handed to the operating system. Rows that come while a write is under way share the next
   * one. Rejects with an AssayFailure (1007); every later append then rejects as well, and no half row is left behind.
   */
  append(row: unknown): Promise<void>
  /** Writes what is waiting, flushes to the disk and closes. Rejects when rows may be lost and no append said so. */
  close(): Promise<void>
}

interface Batch {
  readonly lines: string[]
  readonly written: PromiseWithResolvers<void>
}

const syncEveryMs = 1000

/** The file is made with its first row. Flushed to the disk at most a second after a write. */
export function createJsonlWriter(path: string): JsonlWriter {
  let file: AppendFile | null = null
  let waiting: Batch | null = null
  let draining: Promise<void> | null = null
  let broken: AssayFailure | null = null
  let isReported = false
  let timer: NodeJS.Timeout | null = null

  const drain = async (): Promise<void> => {
    // Rows appended in the same turn go together.
    await Promise.resolve()
    while (waiting !== null) {
      const batch: Batch = waiting
      waiting = null
      try {
        if (broken !== null) throw broken
        file ??= await openAppendFile(path)
        await file.write(`${batch.lines.join('\n')}\n`)
        batch.written.resolve()
        timer ??= setTimeout(() => void sync(), syncEveryMs).unref()
      } catch (error) {
        broken ??= new AssayFailure(cannotWrite(path, error))
        isReported = true
        batch.written.reject(broken)
      }
    }
    draining = null
  }

  const sync = async (): Promise<void> => {
    timer = null
    try {
      await file?.sync()
    } catch (error) {
      broken ??= new AssayFailure(cannotWrite(path, error))
    }
  }

  return {
    append: (row) => {
      waiting ??= { lines: [], written: Promise.withResolvers() }
      waiting.lines.push(JSON.stringify(row))
      draining ??= drain()
      return waiting.written.promise
    },
    close: async () => {
      await draining
      if (timer !== null) clearTimeout(timer)
      await sync()
      await file?.close()
      file = null
      if (broken !== null && !isReported) throw broken
    },
  }
}

interface AppendFile {
  write(text: string): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

async function openAppendFile(path: string): Promise<AppendFile> {
  const handle = await open(path, 'a')
  let size = (await handle.stat()).size
  return {
    write: async (text) => {
      try {
        size += await writeAll(handle, Buffer.from(text))
      } catch (error) {
        await handle.truncate(size).catch(() => {})
        throw error
      }
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<number> {
  let written = 0
  while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten
  return bytes.length
}

import { appendFile, mkdir, readdir, readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import { createError, fail, ok, type Result } from '@assay/core'
import { readField } from './read-field.ts'

/** OpenAI's cap of requests in one batch file. */
const requestsPerFile = 50_000

const fileName = /^requests-(\d+)\.jsonl$/

/** Whether a file of the folder holds requests rather than answers. */
export const isRequestFile = (name: string): boolean => name.startsWith('requests-')

export interface BatchRequests {
  /** Appends the request unless it was written before, by this process or an earlier one. */
  write(key: string, toBody: () => unknown): Promise<Result<null>>
}

/**
 * Opens the request files of a folder. A new process starts a new file, since earlier ones may be with the provider
 * already; a half-written last line is dropped. Fails with ASSAY-5013 on other damage, ASSAY-1007 when not writable.
 */
export async function openBatchRequests(folder: string): Promise<Result<BatchRequests>> {
  const written = new Set<string>()
  let lastNumber = 0
  try {
    await mkdir(folder, { recursive: true })
    for (const name of await readdir(folder)) {
      const number = fileName.exec(name)?.[1]
      if (number === undefined) continue
      lastNumber = Math.max(lastNumber, Number(number))
      const damage = await indexRequestFile(path.join(folder, name), written)
      if (damage !== null) return fail(createError('ASSAY-5013', { where: damage }))
    }
  } catch (cause) {
    return fail(createError('ASSAY-1007', { where: folder, detail: String(cause) }))
  }
  return ok(createRequestWriter(folder, written, lastNumber + 1))
}

function createRequestWriter(folder: string, written: Set<string>, firstNumber: number): BatchRequests {
  let number = firstNumber
  let inFile = 0
  let tail: Promise<unknown> = Promise.resolve()
  return {
    async write(key, toBody) {
      if (written.has(key)) return ok(null)
      written.add(key)
      if (inFile === requestsPerFile) [number, inFile] = [number + 1, 0]
      inFile += 1
      const file = path.join(folder, `requests-${number}.jsonl`)
      const line = { custom_id: key, method: 'POST', url: '/v1/chat/completions', body: toBody() }
      const append = tail.then(() => appendFile(file, `${JSON.stringify(line)}\n`))
      tail = append.catch(() => null)
      try {
        await append
        return ok(null)
      } catch (cause) {
        written.delete(key)
        return fail(createError('ASSAY-1007', { where: file, detail: String(cause) }))
      }
    },
  }
}

/** Collects the keys of one request file; returns `file, line N` when a line is damaged. */
async function indexRequestFile(file: string, keys: Set<string>): Promise<string | null> {
  const text = await readFile(file, 'utf8')
  const end = text.lastIndexOf('\n') + 1
  if (end < text.length) await truncate(file, Buffer.byteLength(text.slice(0, end)))
  for (const [index, line] of text.slice(0, end).split('\n').entries()) {
    if (line.trim() === '') continue
    const key = readKey(line)
    if (key === null) return `${file}, line ${index + 1}`
    keys.add(key)
  }
  return null
}

function readKey(line: string): string | null {
  try {
    const key = readField(JSON.parse(line), 'custom_id')
    return typeof key === 'string' ? key : null
  } catch {
    return null
  }
}

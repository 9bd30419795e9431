import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AssayFailure,
  createError,
  type RawRow,
  type RawRunRows,
  type RowCursor,
  type RunTable,
} from '@assay/core'
import { cannotRead, isMissing } from './file-failure.ts'

const newline = 10
const blockBytes = 1 << 18

/** The rows of a run folder that may grow meanwhile. */
export function readRawRunRows(folder: string): RawRunRows {
  const pathOf = (table: RunTable): string => join(folder, `${table}.jsonl`)
  return {
    count: async (table) => (await findLine(pathOf(table), Number.POSITIVE_INFINITY)).line,
    cursor: async (table, line) => createCursor(pathOf(table), await findLine(pathOf(table), line)),
  }
}

interface Place {
  readonly offset: number
  readonly line: number
}

function createCursor(path: string, start: Place): RowCursor {
  let { offset, line } = start
  let end = offset
  return {
    async mark() {
      end = Math.max(end, await sizeOf(path))
    },
    async next({ rows: mostRows, bytes: mostBytes }) {
      const rows: RawRow[] = []
      const from = offset
      for await (const text of readLines(path, offset, end)) {
        if (rows.length > 0 && offset - from + text.length > mostBytes) break
        rows.push(parseRow(text.toString('utf8'), `${path}, line ${line + 1}`))
        offset += text.length + 1
        line += 1
        if (rows.length === mostRows) break
      }
      return rows
    },
  }
}

/** Where a line begins, or the end of the last whole one where there are fewer. */
async function findLine(path: string, wanted: number): Promise<Place> {
  let place: Place = { offset: 0, line: 0 }
  if (wanted === 0) return place
  for await (const text of readLines(path, 0, await sizeOf(path))) {
    place = { offset: place.offset + text.length + 1, line: place.line + 1 }
    if (place.line === wanted) break
  }
  return place
}

/** Whole lines between two places of a file, without their ends. A line is good until the next is asked for. */
async function* readLines(path: string, start: number, end: number): AsyncGenerator<Buffer, undefined> {
  if (start >= end) return
  const file = await open(path, 'r').catch((error: unknown) => {
    throw new AssayFailure(cannotRead(path, error))
  })
  try {
    let buffer = Buffer.allocUnsafe(blockBytes)
    let filled = 0
    for (let offset = start; offset < end;) {
      if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2)
      const room = Math.min(buffer.length - filled, end - offset)
      const { bytesRead } = await file.read(buffer, filled, room, offset)
      if (bytesRead === 0) return
      offset += bytesRead
      filled += bytesRead
      let from = 0
      for (let at = buffer.indexOf(newline); at !== -1 && at < filled; at = buffer.indexOf(newline, from)) {
        yield buffer.subarray(from, at)
        from = at + 1
      }
      buffer.copyWithin(0, from, filled)
      filled -= from
    }
  } finally {
    await file.close()
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return 0
    throw new AssayFailure(cannotRead(path, error))
  }
}

function parseRow(text: string, where: string): RawRow {
  try {
    const value: unknown = JSON.parse(text)
    if (isRow(value)) return value
  } catch {
    // Said below.
  }
  throw new AssayFailure(createError('ASSAY-6001', { where, so: 'nothing was changed' }))
}

const isRow = (value: unknown): value is RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

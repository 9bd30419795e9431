import { createError, fail, ok, type Result } from '@assay/core'
import { parseCsvRows } from '@assay/core/csv'
import type { CommandContext } from '../command.ts'
import { fileAccess } from '../compose-files.ts'

/** One row of a file of figures, and where it stands. */
export interface FigureRow {
  readonly where: string
  readonly cells: Readonly<Record<string, unknown>>
}

/** The file that the rows were read from. */
export const fileOf = (rows: readonly FigureRow[]): string =>
  (rows[0]?.where ?? '').replace(/, (?:line|row) \d+$/, '')

/** CSV or TSV with a header, a JSON array of objects, or JSON Lines; `-` is standard input. The text tells which it is. */
export async function readRows(file: string, context: CommandContext): Promise<Result<readonly FigureRow[]>> {
  const text = await readAll(file, context)
  if (!text.ok) return text
  const name = file === '-' ? 'standard input' : file
  const rows = parseRows(text.value, name)
  if (rows.ok && rows.value.length === 0) return failRows(name, 'The file holds no row')
  return rows
}

async function readAll(file: string, { cwd }: CommandContext): Promise<Result<string>> {
  const lines = await fileAccess(cwd).readLines(file)
  if (!lines.ok) return lines
  const all: string[] = []
  try {
    for await (const line of lines.value) all.push(line)
  } catch (error) {
    return fail(createError('ASSAY-1006', { where: file, detail: String(error) }))
  }
  return ok(all.join('\n'))
}

export function parseRows(marked: string, file: string): Result<readonly FigureRow[]> {
  const text = marked.replace(/^\uFEFF/, '')
  if (text.includes('\0')) return failRows(file, 'The file is not text in UTF-8')
  const start = text.trimStart().at(0)
  if (start === '[') return parseArray(text, file)
  return start === '{' ? parseLines(text, file) : parseTable(text, file)
}

function parseTable(text: string, file: string): Result<readonly FigureRow[]> {
  const rows = parseCsvRows(text, file)
  if (rows.ok)
    return ok(rows.value.map(({ line, record }) => ({ where: `${file}, line ${line}`, cells: record })))
  const { where, message } = rows.error
  return fail(createError('ASSAY-7401', { ...(where === undefined ? {} : { where }), message }))
}

function parseLines(text: string, file: string): Result<readonly FigureRow[]> {
  const rows: FigureRow[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const row = toRow(parseJson(line), `${file}, line ${index + 1}`)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return ok(rows)
}

function parseArray(text: string, file: string): Result<readonly FigureRow[]> {
  const value = parseJson(text)
  if (!Array.isArray(value)) return failRows(file, 'The file begins with [ and is no whole JSON array')
  const rows: FigureRow[] = []
  for (const [index, each] of value.entries()) {
    const row = toRow(each, `${file}, row ${index + 1}`)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return ok(rows)
}

const failRows = (where: string, message: string): Result<never> =>
  fail(createError('ASSAY-7401', { where, message }))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toRow(value: unknown, where: string): Result<FigureRow> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return ok({ where, cells: Object.fromEntries(Object.entries(value)) })
  return fail(createError('ASSAY-7401', { where: `${where}: no JSON object` }))
}

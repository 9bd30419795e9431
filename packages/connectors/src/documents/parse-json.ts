import { createError, fail, ok, type Result } from '@assay/core'
import type { SourceDocument } from '@assay/contracts'
import { JSONPath } from 'jsonpath-plus'
import { decodeText } from './decode-text.ts'
import { unreadable, unreadableError, type Parser } from './document-source.ts'
import { isRecord, documentFromRow } from './rows.ts'

/**
 * A list of rows, a frame as pandas writes it (`{column: {index: value}}`), a JSONPath to the texts, or one object:
 * one row or text, one document.
 */
export const parseJsonFile: Parser = async function* (raw, { textField }) {
  const text = decodeText(raw.bytes)
  if (text === null || text.trim() === '') {
    yield unreadable(raw.source, text === null ? 'The file is binary' : 'The file is empty')
    return
  }
  const value = parse(text)
  if (!value.ok) {
    yield unreadable(raw.source, `It is not valid JSON: ${value.error}`)
    return
  }
  const rows = textField?.startsWith('$') ? textsAt(value.value, textField) : rowsOf(value.value)
  const field = textField?.startsWith('$') ? null : textField
  for (const [index, row] of rows.entries()) yield documentFrom(row, `${raw.source}#${index + 1}`, field)
  if (rows.length === 0)
    yield unreadable(raw.source, textField === null ? 'It holds no rows' : `Nothing stands at ${textField}`)
}

/** One JSON value a line. A bad line refuses the file (ASSAY-2107), or is reported and left out. */
export const parseJsonLines: Parser = async function* (raw, { textField, skipBadRows }) {
  const text = decodeText(raw.bytes)
  if (text === null || text.trim() === '') {
    yield unreadable(raw.source, text === null ? 'The file is binary' : 'The file is empty')
    return
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parse(line)
    const where = `${raw.source}, line ${index + 1}`
    if (value.ok) yield documentFrom(value.value, `${raw.source}#${index + 1}`, textField)
    else if (skipBadRows) yield fail(unreadableError(where, `The line is not valid JSON: ${value.error}`))
    else {
      yield fail(createError('ASSAY-2107', { where: `${where}: ${value.error}` }))
      return
    }
  }
}

function documentFrom(row: unknown, source: string, textField: string | null): Result<SourceDocument> {
  const record = typeof row === 'string' ? { text: row } : row
  if (!isRecord(record)) return unreadable(source, 'The row is neither an object nor a text')
  const document = documentFromRow(record, source, typeof row === 'string' ? null : textField)
  if (document !== null) return ok(document)
  return unreadable(
    source,
    textField === null ? 'The row holds no text' : `The row has no text in "${textField}"`,
  )
}

function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return [value]
  const columns = Object.entries(value)
  const isFrame = columns.length > 0 && columns.every(([, cells]) => isRecord(cells) && !Array.isArray(cells))
  const index = Object.keys(isRecord(columns[0]?.[1]) ? columns[0][1] : {})
  if (
    !isFrame ||
    !columns.every(([, cells]) => isRecord(cells) && Object.keys(cells).join() === index.join())
  )
    return [value]
  return index.map((id) => ({
    ...Object.fromEntries(columns.map(([name, cells]) => [name, isRecord(cells) ? cells[id] : null])),
    id,
  }))
}

function textsAt(json: unknown, path: string): readonly unknown[] {
  if (!isRecord(json)) return []
  const found: unknown = JSONPath({ path, json, eval: false, wrap: true })
  return Array.isArray(found) ? found : []
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; error: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

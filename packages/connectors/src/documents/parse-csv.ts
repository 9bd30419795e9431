import { ok } from '@assay/core'
import papaparse from 'papaparse'
import { decodeText } from './decode-text.ts'
import { unreadable, type Parser } from './document-source.ts'
import { documentFromRow, type Row } from './rows.ts'

/** CSV and TSV with a header: one row, one document. The delimiter is found by papaparse. */
export const parseCsv: Parser = async function* (raw, options) {
  const text = decodeText(raw.bytes)
  if (text === null || text.trim() === '') {
    yield unreadable(raw.source, text === null ? 'The file is binary' : 'The file is empty')
    return
  }
  const { data, errors, meta } = papaparse.parse<Row>(text, { header: true, skipEmptyLines: 'greedy' })
  if (options.textField !== null && !(meta.fields ?? []).includes(options.textField)) {
    yield unreadable(
      raw.source,
      `It has no column "${options.textField}"; its columns are ${columns(meta.fields)}`,
    )
    return
  }
  const broken = new Map(errors.map((error) => [error.row, error]))
  for (const [index, row] of data.entries()) {
    const error = broken.get(index)
    const source = `${raw.source}#${index + 1}`
    if (error !== undefined && error.code !== 'TooFewFields' && error.code !== 'UndetectableDelimiter') {
      yield unreadable(source, `The row could not be read: ${error.message}`)
      continue
    }
    const document = documentFromRow(row, source, options.textField)
    yield document === null ? unreadable(source, 'The row holds no text') : ok(document)
  }
  if (data.length === 0) yield unreadable(raw.source, 'It has a header but no rows')
}

const columns = (fields: readonly string[] = []): string => fields.map((field) => `"${field}"`).join(', ')

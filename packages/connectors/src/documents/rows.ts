import type { SourceDocument } from '@assay/contracts'

/** A row of a table or a JSON object, as its source gives it. */
export type Row = Readonly<Record<string, unknown>>

/** Columns that hold a frame's index, not text: pandas writes the index without a name. */
const indexColumns: ReadonlySet<string> = new Set(['', 'Unnamed: 0', 'id'])

/**
 * The document of a row: its text field when one is named or it has the hub's form `{text, topic}`; the only column's
 * value; else `name: value` lines of all columns, as RAGET does. `null` when there is no text.
 */
export function documentFromRow(row: Row, source: string, textField: string | null): SourceDocument | null {
  const text = textField === null ? textByRule(row) : textOf(valueAt(row, textField))
  if (text === null || text.trim() === '') return null
  const externalId = indexColumnsOf(row).map((name) => textOf(row[name]))[0]
  const topic = textOf(row['topic'])
  return {
    source,
    title: null,
    text: text.replaceAll(/\r\n?/g, '\n'),
    format: 'plain',
    ...(topic !== null && (textField !== null || isHubForm(row)) && { topic }),
    ...(typeof externalId === 'string' && { externalId }),
  }
}

function textByRule(row: Row): string | null {
  if (isHubForm(row)) return textOf(row['text'])
  const lines = contentColumns(row).flatMap((name) => {
    const value = textOf(row[name])
    return value === null ? [] : [{ name, value }]
  })
  const [only, ...others] = lines
  if (only !== undefined && others.length === 0) return only.value
  return lines.map(({ name, value }) => `${name}: ${value}`).join('\n')
}

const indexColumnsOf = (row: Row): string[] => Object.keys(row).filter((name) => indexColumns.has(name))
const contentColumns = (row: Row): string[] => Object.keys(row).filter((name) => !indexColumns.has(name))

const isHubForm = (row: Row): boolean =>
  typeof row['text'] === 'string' && contentColumns(row).every((name) => name === 'text' || name === 'topic')

/** `a.b` and `a.0.b`, after the name itself has been tried. */
function valueAt(row: Row, path: string): unknown {
  if (Object.hasOwn(row, path)) return row[path]
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      row,
    )
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

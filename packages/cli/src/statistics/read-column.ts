import { createError, fail, nearestWord, ok, type Result } from '@assay/core'
import { fileOf, type FigureRow } from './read-rows.ts'

/** The values of a column, row by row; null where there is none: empty, an error, not judged. */
export interface FigureColumn {
  readonly values: readonly (number | null)[]
  /** Every value says yes or no: a rate, else a mean. */
  readonly isYesNo: boolean
}

const yes = new Set(['true', 'yes', 'pass', 'passed', 'correct', '1'])
const no = new Set(['false', 'no', 'fail', 'failed', 'incorrect', '0'])
const none = new Set([
  '',
  'null',
  'error',
  'not judged',
  'not-judged',
  'not applicable',
  'not-applicable',
  'n/a',
])

/** Yes and no in the usual words, as 1 and 0, or numbers. A value that is neither is an error with its row. */
export function readFigures(rows: readonly FigureRow[], column: string): Result<FigureColumn> {
  const texts = readTexts(rows, column)
  if (!texts.ok) return texts
  const values: (number | null)[] = []
  for (const [index, text] of texts.value.entries()) {
    const value = toFigure(text)
    if (value === undefined)
      return fail(
        createError('ASSAY-7402', {
          where: `${rows[index]?.where ?? ''}, ${column}`,
          message: `"${text ?? ''}" is neither a number nor yes or no`,
        }),
      )
    values.push(value)
  }
  const isYesNo = texts.value.every((text) => text === null || isYesNoWord(text))
  return ok({ values, isYesNo })
}

/** The column as text; null where a row has none. A column that no row has is an error that names the nearest one. */
export function readTexts(rows: readonly FigureRow[], column: string): Result<readonly (string | null)[]> {
  const texts = rows.map(({ cells }) => toText(cells[column]))
  if (texts.some((text) => text !== null)) return ok(texts)
  const columns = columnsOf(rows)
  const near = nearestWord(column, columns)
  const shown = columns.slice(0, columnsShown)
  const more = columns.length > shown.length ? `, and ${columns.length - shown.length} more` : ''
  const choice = `choose one of: ${shown.join(', ')}${more}`
  return fail(
    createError('ASSAY-7402', {
      where: fileOf(rows),
      message: `No row has a value in the column "${column}"`,
      fix: near === null ? choice : `write ${near}, or ${choice}`,
    }),
  )
}

const columnsShown = 20

/** Those that hold a value in some row. */
function columnsOf(rows: readonly FigureRow[]): readonly string[] {
  const filled = rows.flatMap(({ cells }) =>
    Object.entries(cells).flatMap(([name, value]) => (toText(value) === null ? [] : [name])),
  )
  return [...new Set(filled)]
}

/** The rows were read, and none holds what is asked for. */
export const failNoRow = (rows: readonly FigureRow[], message: string): Result<never> =>
  fail(
    createError('ASSAY-7402', { where: fileOf(rows), message, fix: 'name other columns, or mend the rows' }),
  )

/** As `readTexts`; without a column nothing. */
export const readKeys = (
  rows: readonly FigureRow[],
  column: string | undefined,
): Result<readonly (string | undefined)[]> => {
  if (column === undefined) return ok(rows.map(() => undefined))
  const texts = readTexts(rows, column)
  return texts.ok ? ok(texts.value.map((text) => text ?? undefined)) : texts
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value)
  return none.has(text.toLowerCase()) ? null : text
}

function toFigure(text: string | null): number | null | undefined {
  if (text === null) return null
  const word = text.toLowerCase()
  if (yes.has(word)) return 1
  if (no.has(word)) return 0
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

const isYesNoWord = (text: string): boolean => yes.has(text.toLowerCase()) || no.has(text.toLowerCase())

import { judgeLabelSchema, labelOutcomeSchema, type ContextRow, type LabelOutcome } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { formatCsvRows, parseCsvRows } from '@assay/core/csv'
import type { GivenLabel, QueuedAnswer } from '@assay/core/judging/calibration'
import type { LabelledRun } from './open-labelled-run.ts'

/** Whose answer a row is and how it was drawn: all that its label keeps of the queue. */
const drawnSchema = judgeLabelSchema.pick({
  runId: true,
  unit: true,
  drawnBy: true,
  stratum: true,
  inclusionProbability: true,
  draw: true,
})

/** A queue as a spreadsheet: the columns to fill in first, no verdict of the judge in it. */
export const formatLabelSheet = (
  queue: readonly QueuedAnswer[],
  { answersId }: Pick<LabelledRun, 'answersId'>,
  contexts: ReadonlyMap<string, ContextRow>,
): string =>
  formatCsvRows(
    queue.map(({ unit, testCase, answer, drawn }) => ({
      unit,
      label: '',
      note: '',
      question: testCase.question,
      answer: answer.text,
      reference: testCase.referenceAnswer,
      type: testCase.type,
      history: testCase.history.map(({ role, content }) => `${role}: ${content}`).join('\n'),
      passages: testCase.referenceContexts.flatMap((id) => contexts.get(id)?.text ?? []).join('\n\n'),
      drawn: encode({ runId: answersId, ...drawn }),
    })),
  )

/** A row is drawn by what its verdict is like, and labels are given blind: the cell is not to be read by eye. */
const encode = (drawn: unknown): string => Buffer.from(JSON.stringify(drawn)).toString('base64url')

function decode(cell: string): unknown {
  try {
    return JSON.parse(Buffer.from(cell, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

export interface SheetRow {
  readonly answer: QueuedAnswer
  /** `null`: it waits for its label. */
  readonly given: GivenLabel | null
}

/**
 * The rows of a filled-in sheet, all or none. Fails with ASSAY-7020 where no row has a label, naming a row that is not of
 * the run, or a word that is no label.
 */
export function parseLabelSheet(
  text: string,
  file: string,
  run: Pick<LabelledRun, 'answersId' | 'answers'>,
): Result<readonly SheetRow[]> {
  const parsed = parseCsvRows(text, file)
  if (!parsed.ok) return parsed
  if (!parsed.value.some(({ record }) => record['unit'] !== undefined && record['drawn'] !== undefined))
    return refuse(file, {
      message: 'The file is no sheet of labels: no row has a "unit" and a "drawn"',
      fix: 'write a sheet with --csv FILE, and leave its other columns as they are',
    })
  const answers = new Map(run.answers.map((answer) => [answer.unit, answer]))
  const rows: SheetRow[] = []
  for (const { line, record } of parsed.value) {
    const row = readRow(record, `${file}, line ${line}`, { answersId: run.answersId, answers })
    if (!row.ok) return row
    rows.push(row.value)
  }
  return rows.some(({ given }) => given !== null)
    ? ok(rows)
    : refuse(file, {
        message: 'No row of the sheet has a label',
        fix: 'write one word a row into the column "label"',
      })
}

function readRow(
  record: Readonly<Record<string, string>>,
  where: string,
  run: { readonly answersId: string; readonly answers: ReadonlyMap<string, LabelledRun['answers'][number]> },
): Result<SheetRow> {
  const { unit: named = '', label = '', note = '', drawn: cell = '' } = record
  const decoded = drawnSchema.safeParse(decode(cell))
  if (!decoded.success || decoded.data.unit !== named.trim())
    return refuse(`${where}: the cell "drawn" is not the one that was written beside "${named}"`)
  const { runId, ...drawn } = decoded.data
  if (runId !== run.answersId)
    return refuse(where, {
      message: 'The sheet was written for the answers of another run',
      fix: 'name the run that it was written for',
    })
  const answer = run.answers.get(drawn.unit)
  if (answer === undefined) return refuse(`${where}: the run has no judged answer "${drawn.unit}"`)
  const queued = { ...answer, drawn }
  if (label.trim() === '') return ok({ answer: queued, given: null })
  const outcome = readOutcome(label)
  return outcome === null
    ? refuse(
        `${where}: "${label.trim()}" is no label: write ${labelOutcomeSchema.options.join(', ')}, or right or wrong`,
      )
    : ok({ answer: queued, given: { outcome, note: note.trim() } })
}

const refuse = (
  where: string,
  parts: { readonly message?: string; readonly fix?: string } = {},
): Result<never> => fail(createError('ASSAY-7020', { where, so: 'nothing was written', ...parts }))

const yes = new Set(['true', 'yes', '1', 'right', 'pass'])
const no = new Set(['false', 'no', '0', 'wrong', 'fail'])

/** A label by its name, in any case, with dashes or underscores for spaces; or a plain yes or no: right or wrong. */
export function readOutcome(word: string): LabelOutcome | null {
  const plain = word
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, ' ')
  if (yes.has(plain)) return 'correct'
  if (no.has(plain)) return 'incorrect'
  const parsed = labelOutcomeSchema.safeParse(plain)
  return parsed.success ? parsed.data : null
}

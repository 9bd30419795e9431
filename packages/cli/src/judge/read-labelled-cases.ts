import { questionTypeSchema, testCaseSchema, type LabelOutcome, type TestCase } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { CommandContext } from '../command.ts'
import { readRows, type FigureRow } from '../statistics/read-rows.ts'
import type { Workspace } from '../workspace.ts'
import { readOutcome } from './label-sheet.ts'

/** A question with an answer, and what a person said of it. */
export interface LabelledCase {
  readonly testCase: TestCase
  readonly answer: string
  readonly outcome: LabelOutcome
  readonly labeller: string | null
}

/**
 * Rows of CSV, JSON or JSON Lines with `question`, `answer`, `reference` (or a whole `testCase`) and a column of labels; those
 * without a label are left out. Fails with ASSAY-3006 at a repeated id.
 */
export async function readLabelledCases(
  { hash }: Pick<Workspace, 'hash'>,
  { file, column }: { readonly file: string; readonly column: string },
  context: CommandContext,
): Promise<Result<readonly LabelledCase[]>> {
  const rows = await readRows(file, context)
  if (!rows.ok) return rows
  const cases: LabelledCase[] = []
  const places = new Map<string, string>()
  for (const [index, row] of rows.value.entries()) {
    const read = readCase(row, column, `${index + 1}-${hash(JSON.stringify(row.cells)).slice(0, 8)}`)
    if (!read.ok) return read
    if (read.value === null) continue
    const { id } = read.value.testCase
    const earlier = places.get(id)
    if (earlier !== undefined)
      return fail(
        createError('ASSAY-3006', {
          where: row.where,
          message: `The id "${id}" stands at ${earlier} already`,
        }),
      )
    places.set(id, row.where)
    cases.push(read.value)
  }
  return cases.length > 0
    ? ok(cases)
    : fail(
        createError('ASSAY-7021', {
          where: file,
          message: `No row has a label in the column "${column}"`,
          fix: 'name the column with --label',
        }),
      )
}

/** `null`: the row has no label. */
function readCase({ where, cells }: FigureRow, column: string, id: string): Result<LabelledCase | null> {
  const text = (...names: readonly string[]): string | undefined =>
    names.map((name) => cells[name]).find(isFilled)
  const label = cells[column]
  if (label === undefined || label === null || label === '') return ok(null)
  const outcome = outcomeOf(label)
  if (outcome === null)
    return fail(
      createError('ASSAY-7020', {
        where: `${where}: "${wordOf(label)}" in the column "${column}" is no label`,
      }),
    )
  const labeller = text('labeller') ?? null
  const whole = testCaseSchema.safeParse(cells['testCase'])
  if (whole.success) return ok({ outcome, answer: text('answer') ?? '', labeller, testCase: whole.data })
  const question = text('question', 'input')
  const answer = text('answer', 'text') ?? ''
  if (question === undefined)
    return fail(createError('ASSAY-7020', { where: `${where}: it has no "question"` }))
  const type = questionTypeSchema.safeParse(text('type') ?? 'simple')
  return ok({
    outcome,
    answer,
    labeller,
    testCase: {
      id: text('id') ?? id,
      question,
      history: [],
      referenceAnswer: text('reference', 'referenceAnswer') ?? '',
      referenceClaims: [],
      referenceContexts: [],
      type: type.success ? type.data : 'simple',
      level: 'easy',
      topic: null,
      language: text('language') ?? 'en',
      clusterKey: text('clusterKey', 'cluster') ?? question,
      tags: [],
      provenance: { generator: 'import:labelled' },
      validity: {},
      status: 'active',
    },
  })
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== ''

const wordOf = (label: unknown): string => (typeof label === 'string' ? label : JSON.stringify(label))

const yes = new Set(['true', 'yes', '1', 'right', 'pass'])
const no = new Set(['false', 'no', '0', 'wrong', 'fail'])

/** A label by its name, or a plain yes or no: right or wrong. */
function outcomeOf(label: unknown): LabelOutcome | null {
  const word = wordOf(label).trim().toLowerCase()
  if (yes.has(word)) return 'correct'
  return no.has(word) ? 'incorrect' : readOutcome(word)
}

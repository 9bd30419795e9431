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
  const lacking = failColumn(file, rows.value)
  if (lacking !== null) return lacking
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

/** What a row may call its parts; a `testCase` holds all but the answer. */
const names = {
  question: ['question', 'input'],
  answer: ['answer', 'text'],
  reference: ['reference', 'referenceAnswer'],
} as const

/** An answer under another name would be judged as none. `null`: no column is missing. */
function failColumn(file: string, rows: readonly FigureRow[]): Result<never> | null {
  const columns = new Set(rows.flatMap(({ cells }) => Object.keys(cells)))
  const needed = columns.has('testCase')
    ? (['answer'] as const)
    : (['question', 'answer', 'reference'] as const)
  const missing = needed.find((part) => !names[part].some((name) => columns.has(name)))
  return missing === undefined
    ? null
    : fail(
        createError('ASSAY-7402', {
          where: file,
          message: `No row has a column "${missing}"`,
          fix: `give one of its columns this name: ${[...columns].join(', ')}`,
        }),
      )
}

/** `null`: the row has no label. */
function readCase({ where, cells }: FigureRow, column: string, id: string): Result<LabelledCase | null> {
  const text = (...columns: readonly string[]): string | undefined =>
    columns.map((name) => cells[name]).find(isFilled)
  const label = cells[column]
  if (label === undefined || label === null || label === '') return ok(null)
  const outcome = readOutcome(wordOf(label))
  if (outcome === null)
    return fail(
      createError('ASSAY-7020', {
        where: `${where}: "${wordOf(label)}" in the column "${column}" is no label`,
      }),
    )
  const labeller = text('labeller') ?? null
  const whole = testCaseSchema.safeParse(cells['testCase'])
  const answer = text(...names.answer) ?? ''
  if (whole.success) return ok({ outcome, answer, labeller, testCase: whole.data })
  const question = text(...names.question)
  const reference = text(...names.reference)
  const type = questionTypeSchema.safeParse(text('type') ?? 'simple')
  if (question === undefined)
    return fail(createError('ASSAY-7020', { where: `${where}: it has no "question"` }))
  if (reference === undefined && type.data !== 'out-of-scope')
    return fail(createError('ASSAY-7020', { where: `${where}: it has no "reference"` }))
  return ok({
    outcome,
    answer,
    labeller,
    testCase: {
      id: text('id') ?? id,
      question,
      history: [],
      referenceAnswer: reference ?? '',
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

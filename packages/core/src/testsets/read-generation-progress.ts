import type { CandidateRow, QuestionType } from '@assay/contracts'
import type { RunReader } from '../ports/run-store.ts'
import { openFinishedRows } from '../runs/finished-rows.ts'
import type { GenerationOptions, GenerationUnit } from './generator.ts'
import { selectTestSet, type TestSetSelection } from './select-test-set.ts'

/** What a generation run has made so far, from its rows. */
export interface GenerationProgress {
  /** Candidates in the order of the plan, whatever order they were written in. */
  readonly rows: readonly CandidateRow[]
  readonly selection: TestSetSelection
  /** Units that gave nothing, with the error that ended them. */
  readonly failures: readonly { readonly unit: GenerationUnit; readonly message: string }[]
  /** Share of the planned candidates that are valid and no duplicates, by type. */
  readonly yields: ReadonlyMap<QuestionType, number>
  /** Model calls so far, one a row. */
  readonly calls: number
}

export async function readProgress(
  store: Pick<RunReader, 'rows'>,
  units: readonly GenerationUnit[],
  plan: {
    readonly options: GenerationOptions
    readonly types: readonly QuestionType[]
    readonly documentOf: (chunkId: string) => string
  },
): Promise<GenerationProgress> {
  const byUnit = new Map<string, CandidateRow[]>(units.map(({ key }) => [key, []]))
  for await (const row of openFinishedRows(store).rows('candidates')) byUnit.get(row.unit)?.push(row)
  const failures = await readFailures(store, units)
  let calls = 0
  for await (const _ of store.rows('calls')) calls += 1
  const rows = [...byUnit.values()].flat()
  const { questions } = plan.options
  const selection = selectTestSet(
    rows.flatMap(({ testCase }) => testCase ?? []),
    { questions, types: plan.types, documentOf: plan.documentOf },
  )
  return { rows, selection, failures, yields: yieldsOf(plan.types, units, selection), calls }
}

async function readFailures(
  store: Pick<RunReader, 'rows'>,
  units: readonly GenerationUnit[],
): Promise<GenerationProgress['failures']> {
  const messages = new Map<string, string | null>()
  for await (const { key, error } of store.rows('units')) messages.set(key, error?.message ?? null)
  return units.flatMap((unit) => {
    const message = messages.get(unit.key) ?? null
    return message === null ? [] : [{ unit, message }]
  })
}

function yieldsOf(
  types: readonly QuestionType[],
  units: readonly GenerationUnit[],
  { cases, left }: TestSetSelection,
): ReadonlyMap<QuestionType, number> {
  const valid = [...cases, ...left]
  return new Map(
    types.flatMap((type) => {
      const planned = units.reduce((sum, { candidates }) => sum + (candidates[type] ?? 0), 0)
      return planned === 0 ? [] : [[type, valid.filter((one) => one.type === type).length / planned] as const]
    }),
  )
}

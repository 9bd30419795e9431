import type { CaseResult, EvaluationSummary } from '@assay/contracts'
import { componentWords } from '@assay/core/wording'

type Slice = EvaluationSummary['slices'][number]
type SliceRow = Slice['rows'][number]

export interface WeakSlice {
  readonly by: Slice['by']
  readonly row: SliceRow
  /** The observed cause that most of its failures share, as the end of a sentence; `null`: no single one. */
  readonly cause: string | null
}

/** Cases that fail in a slice already named say nothing new: at most this share of them. */
const maximumOverlap = 0.5

/**
 * The slices to name first, lowest first, each mostly about other cases than the ones before: those that were screened
 * and found weaker than the rest, so exploratory. A source of which no passage was ever found is named from three cases
 * on: that is seen by retrieval itself, not by the rate.
 */
export function findWeakSlices(summary: EvaluationSummary, limit: number): readonly WeakSlice[] {
  const named = new Set<string>()
  const found: WeakSlice[] = []
  for (const { by, row } of weakestFirst(summary)) {
    if (found.length === limit) break
    const failures = failuresIn(summary.cases, by, row.value)
    const known = failures.filter((result) => named.has(result.caseId)).length
    if (failures.length === 0 || known > failures.length * maximumOverlap) continue
    for (const result of failures) named.add(result.caseId)
    found.push({ by, row, cause: sharedCause(failures) })
  }
  return found
}

export const failuresIn = (
  cases: readonly CaseResult[],
  by: Slice['by'],
  value: string,
): readonly CaseResult[] =>
  cases.filter((result) => result.passed === false && valuesOf(result, by).includes(value))

const valuesOf = (result: CaseResult, by: Slice['by']): readonly (string | null)[] =>
  by === 'tag' ? result.tags : [result[by]]

function weakestFirst(summary: EvaluationSummary) {
  return summary.slices
    .flatMap(({ by, rows }) => rows.map((row) => ({ by, row })))
    .filter(({ by, row }) => row.weaker === true || isUnindexed(summary.cases, by, row.value))
    .sort(
      (a, b) =>
        rateOf(a.row) - rateOf(b.row) ||
        b.row.correct.n - a.row.correct.n ||
        concreteFirst.indexOf(a.by) - concreteFirst.indexOf(b.by),
    )
}

/** The attribution asks for three cases that found nothing of a source. */
function isUnindexed(cases: readonly CaseResult[], by: Slice['by'], value: string): boolean {
  const failures = by === 'source' ? failuresIn(cases, by, value) : []
  return failures.length > 0 && failures.every(({ component }) => component === 'indexing')
}

/** Of slices that hold the same cases, the one a reader can act on. */
const concreteFirst: readonly Slice['by'][] = ['type', 'source', 'topic', 'language', 'tag', 'length']

const rateOf = (row: SliceRow): number => row.correct.value ?? 1

function sharedCause(failures: readonly CaseResult[]): string | null {
  const counts = new Map<string, number>()
  for (const result of failures) {
    const words = causeOf(result)
    if (words !== null) counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1])
  return top !== undefined && top[1] * 2 > failures.length ? top[0] : null
}

function causeOf(result: CaseResult): string | null {
  if (result.component === null || result.component === 'unknown') return null
  if (result.component !== 'routing') return componentWords[result.component].observed
  if (result.declining === 'answered-anyway') return 'it answers anyway'
  return result.declining === 'over-refused'
    ? 'it declines what it could answer'
    : componentWords.routing.observed
}

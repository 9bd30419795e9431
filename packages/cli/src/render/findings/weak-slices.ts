import type { CaseResult, Estimate, EvaluationSummary } from '@assay/contracts'
import { componentWords } from '../format/outcome-words.ts'

type Slice = EvaluationSummary['slices'][number]
type SliceRow = Slice['rows'][number]

export interface WeakSlice {
  readonly by: Slice['by']
  readonly row: SliceRow
  /** The observed cause that most of its failures share, as the end of a sentence; `null`: no single one. */
  readonly cause: string | null
}

const minimumCases = 5
/** Cases that fail in a slice already named say nothing new: at most this share of them. */
const maximumOverlap = 0.5

/**
 * The slices to name first (levels are left out: a type says the same more plainly): those whose whole interval lies below the rate of all other cases, lowest first, each mostly about
 * other cases than the ones before. Found by looking, so exploratory; never fewer than five judged cases. A source of which no passage was
 * ever found is named from three cases on: that is seen by retrieval itself, not by the rate.
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
): readonly CaseResult[] => cases.filter((result) => result.passed === false && result[by] === value)

function weakestFirst(summary: EvaluationSummary) {
  return summary.slices
    .filter(({ by }) => by !== 'level')
    .flatMap(({ by, rows }) => rows.map((row) => ({ by, row })))
    .filter(
      ({ by, row }) =>
        (row.correct.n >= minimumCases && (row.correct.high ?? 1) < rateOfOthers(summary, row)) ||
        isUnindexed(summary.cases, by, row.value),
    )
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
const concreteFirst: readonly Slice['by'][] = ['type', 'source', 'topic', 'language']

function rateOfOthers({ passing }: EvaluationSummary, { correct }: SliceRow): number {
  const passed = (estimate: Estimate) => estimate.successes ?? (estimate.value ?? 0) * estimate.n
  const others = passing.n - correct.n
  return others <= 0 ? 0 : (passed(passing) - passed(correct)) / others
}

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

import type { FailureCategory } from '@assay/contracts/hub'

type Count = FailureCategory['counts'][number]

/** One evaluation in which something was noted. */
export interface CountedEvaluation {
  readonly evaluationId: string
  readonly version: string | null
}

/** Evaluations that any category counts, oldest first: ids of evaluations begin with their time. */
export function countedEvaluations(categories: readonly FailureCategory[]): readonly CountedEvaluation[] {
  const known = new Map<string, CountedEvaluation>()
  for (const { counts } of categories)
    for (const { evaluationId, version } of counts) known.set(evaluationId, { evaluationId, version })
  return [...known.values()].toSorted((a, b) => a.evaluationId.localeCompare(b.evaluationId))
}

/** How many cases of a category an evaluation has; nothing counted is none. */
export const casesIn = ({ counts }: Pick<FailureCategory, 'counts'>, evaluationId: string): number =>
  counts.find((count: Count) => count.evaluationId === evaluationId)?.cases ?? 0

/** In all evaluations together. */
export const casesOf = ({ counts }: Pick<FailureCategory, 'counts'>): number =>
  counts.reduce((sum, { cases }) => sum + cases, 0)

/** The category with the most cases in the newest counted evaluation; `null`: nothing is counted. */
export function largestCategory(
  categories: readonly FailureCategory[],
): { readonly name: string; readonly cases: number; readonly in: CountedEvaluation } | null {
  const newest = countedEvaluations(categories).at(-1)
  if (newest === undefined) return null
  const [largest] = categories
    .map((category) => ({ name: category.name, cases: casesIn(category, newest.evaluationId) }))
    .toSorted((a, b) => b.cases - a.cases)
  return largest === undefined || largest.cases === 0 ? null : { ...largest, in: newest }
}

import type { EvaluationSummary } from '@assay/contracts'
import { isOutOfScope, type ObservedCase } from './build-case-results.ts'
import { decidingVerdict } from './observation.ts'

type Cascade = NonNullable<EvaluationSummary['judge']['cascade']>

/** Who decided how many answers, and how often the last judge would have said otherwise; `undefined`: one judge judged all. */
export function summariseCascade(cases: readonly ObservedCase[]): Cascade | undefined {
  const verdicts = cases.flatMap(({ testCase, attempts }) =>
    attempts.flatMap((attempt) => decidingVerdict(attempt, isOutOfScope(testCase)) ?? []),
  )
  const decided = verdicts.filter(({ by }) => by !== undefined)
  if (decided.length === 0) return undefined
  const rechecked = decided.filter(({ recheck }) => recheck !== undefined)
  return {
    decided: [...Map.groupBy(decided, ({ by }) => by ?? '')].map(([judge, of]) => ({
      judge,
      answers: of.length,
    })),
    rechecked: rechecked.length,
    changed: rechecked.filter(({ label, recheck }) => recheck?.label !== label).length,
  }
}

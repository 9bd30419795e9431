import type { EvaluationSummary } from '@assay/contracts'
import { estimateMean } from '../statistics/estimate-mean.ts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import type { ObservedCase } from './build-case-results.ts'
import { attemptsOf } from './estimate-outcomes.ts'

/** `null`, "not available": no answer came with documents. */
export function summariseRetrieval(
  cases: readonly ObservedCase[],
  k: number,
): EvaluationSummary['retrieval'] {
  const measured = attemptsOf(cases)
    .flatMap(({ attempt, clusterKey }) =>
      attempt.retrieval?.metrics === undefined ? [] : [{ metrics: attempt.retrieval.metrics, clusterKey }],
    )
    .toArray()
  if (measured.length === 0) return null
  const mean = (name: string) =>
    estimateMean(
      measured.map(({ metrics, clusterKey }) => ({ value: metrics[name] ?? 0, clusterKey })),
      { low: 0, high: 1 },
    )
  return {
    k,
    hitRate: estimateRate({
      outcomes: measured.map(({ metrics, clusterKey }) => ({ pass: metrics['hitRate'] === 1, clusterKey })),
    }),
    recall: mean('recall'),
    precision: mean('precision'),
    mrr: mean('mrr'),
    ndcg: mean('ndcg'),
    averagePrecision: mean('averagePrecision'),
    matchedBy: 'document id, else text overlap',
  }
}

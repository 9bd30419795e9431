import type {
  CaseResult,
  Difference,
  EvaluationSummary,
  MatrixSummary,
  Repeatability,
} from '@assay/contracts'
import { comparePaired } from '../statistics/compare-paired.ts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import { adjustHolm } from '../statistics/holm.ts'
import { decideVerdict } from '../statistics/verdict-rule.ts'
import { pairOf } from './compare-runs.ts'

export interface MatrixSide {
  readonly setting: string
  readonly summary: EvaluationSummary
  /** Answer texts (or their hashes) by case, one a repeat. */
  readonly answers: ReadonlyMap<string, readonly string[]>
}

/**
 * All settings beside each other. A pair is better or worse only where its p-value stays below 5 % after Holm's
 * adjustment over all pairs: of many settings one is ahead by chance.
 */
export function summariseMatrix(name: string, sides: readonly MatrixSide[], margin: number): MatrixSummary {
  const pairs = comparePairs(sides, margin)
  const [first] = sides
  return {
    schemaVersion: 1,
    name,
    rows: sides.map(({ setting, summary, answers }) => ({
      setting,
      run: summary.run.name,
      passing: summary.passing,
      repeatability: measureRepeatability(summary, answers),
      medianLatencyMs: summary.latency?.median.value ?? null,
      costUsd: costOf(summary),
      againstFirst:
        pairs.find((pair) => pair.first === first?.setting && pair.second === setting)?.difference ?? null,
    })),
    pairs,
  }
}

function comparePairs(sides: readonly MatrixSide[], margin: number): MatrixSummary['pairs'] {
  const pairs = sides.flatMap((first, index) =>
    sides.slice(index + 1).map((second) => ({
      first: first.setting,
      second: second.setting,
      difference: compareCases(first.summary.cases, second.summary.cases, margin),
    })),
  )
  const tested = pairs.filter(({ difference }) => difference.pValue !== null)
  const adjusted = adjustHolm(tested.map(({ difference }) => difference.pValue ?? 1))
  return pairs.map((pair) => {
    const index = tested.indexOf(pair)
    const adjustedP = index === -1 ? null : (adjusted[index] ?? 1)
    return { ...pair, difference: withAdjusted(pair.difference, adjustedP), adjustedP }
  })
}

function compareCases(
  first: readonly CaseResult[],
  second: readonly CaseResult[],
  margin: number,
): Difference {
  const before = new Map(first.map((each) => [each.caseId, each]))
  const pairs = second.flatMap((after) => {
    const earlier = before.get(after.caseId)
    const pair = earlier === undefined ? null : pairOf({ earlier, after })
    return pair === null ? [] : [pair]
  })
  return decideVerdict(comparePaired(pairs), margin)
}

function withAdjusted(difference: Difference, adjustedP: number | null): Difference {
  const isClaim = difference.verdict === 'better' || difference.verdict === 'worse'
  return isClaim && (adjustedP ?? 1) > 0.05
    ? { ...difference, verdict: 'not enough cases to tell' }
    : difference
}

function measureRepeatability(
  { cases, reliability }: EvaluationSummary,
  answers: MatrixSide['answers'],
): Repeatability {
  const repeated = cases.flatMap(({ caseId, clusterKey }) => {
    const texts = answers.get(caseId) ?? []
    return texts.length < 2 ? [] : [{ clusterKey, distinct: new Set(texts).size }]
  })
  if (repeated.length === 0)
    return { identicalAnswers: null, sameVerdicts: reliability, distinctAnswers: null }
  return {
    identicalAnswers: estimateRate({
      outcomes: repeated.map(({ distinct, clusterKey }) => ({ pass: distinct === 1, clusterKey })),
    }),
    sameVerdicts: reliability,
    distinctAnswers: repeated.reduce((sum, { distinct }) => sum + distinct, 0) / repeated.length,
  }
}

function costOf({ cost }: EvaluationSummary): number | null {
  return cost.targetUsd === null || cost.judgeUsd === null ? null : cost.targetUsd + cost.judgeUsd
}

import { normalQuantile } from '../distributions/normal.ts'
import { effectiveRate } from '../effective-rate.ts'
import { notTested, type Estimate, type Interval } from '../estimate.ts'
import { wilsonInterval } from '../wilson-interval.ts'
import type { CorrectedRate } from './corrected-rate.ts'
import { correctionRange, measureJudge, refuseCorrection, type JudgedLabel } from './judge-labels.ts'

/** A case of the run that only the judge decided. */
export interface UnlabelledVerdict {
  readonly judged: boolean
  readonly clusterKey?: string | undefined
}

/**
 * The true rate of passes of a run of which a random part was labelled: prediction-powered inference with power
 * tuning (PPI++; Angelopoulos, Duchi & Zrnic 2023, arXiv 2311.01453). Labels drawn with unequal probabilities carry
 * their inverse as weight. Labels chosen in any other way give a wrong figure: leave them out.
 *
 * Where some kinds of rows were labelled more often, what is left is not like the run: then give the judge's verdicts on
 * `all` of it, with cluster keys, by which the variance sees that the labelled rows stand in both terms.
 */
export function correctByRunLabels(
  labelled: readonly JudgedLabel[],
  others: readonly UnlabelledVerdict[],
  are: 'unlabelled' | 'all' = 'unlabelled',
): CorrectedRate {
  const judge = measureJudge(labelled)
  if (labelled.length + others.length === 0) return { kind: 'corrected', estimate: notTested, judge }
  const reason = refuseCorrection(judge)
  if (reason) {
    const range = correctionRange(judgedInterval(are === 'all' ? others : [...labelled, ...others]), judge)
    return { kind: 'refused', reason, range, judge }
  }
  return { kind: 'corrected', estimate: predictionPowered(labelled, others, are), judge }
}

function judgedInterval(cases: readonly UnlabelledVerdict[]): Interval {
  const rate = effectiveRate(cases.map(({ judged, clusterKey }) => ({ pass: judged, clusterKey })))
  return rate ? wilsonInterval(rate.rate, rate.effectiveN) : { low: 0, high: 1 }
}

/** θ = λ mean(f over the others) + mean(w (y − λ f) over labelled), with a normal 95 % interval. */
export function predictionPowered(
  labelled: readonly JudgedLabel[],
  others: readonly UnlabelledVerdict[],
  are: 'unlabelled' | 'all' = 'unlabelled',
): Estimate {
  const labels = normalise(labelled)
  const lambda = others.length === 0 ? 0 : tunePower(labels, others.map(judgedValue), are)
  const rectifier = labels.map(({ y, f, weight, clusterKey }) => ({
    value: weight * (y - lambda * f),
    clusterKey,
  }))
  const imputed = others.map((each) => ({
    value: lambda * judgedValue(each),
    clusterKey: each.clusterKey,
  }))
  const value = meanOf(rectifier) + meanOf(imputed)
  const { variance, clusters } = clusteredVariance([rectifier, imputed])
  const reach = normalQuantile(0.975) * Math.sqrt(variance)
  return {
    value: within(value),
    low: within(value - reach),
    high: within(value + reach),
    n: are === 'all' ? others.length : labelled.length + others.length,
    clusters,
    method: `PPI++ 95 %, ${labelled.length} random labels, λ = ${lambda.toFixed(2)}`,
  }
}

interface WeightedLabel {
  readonly y: number
  readonly f: number
  readonly weight: number
  readonly clusterKey: string | undefined
}

function normalise(labelled: readonly JudgedLabel[]): readonly WeightedLabel[] {
  const total = labelled.reduce((sum, { weight = 1 }) => sum + weight, 0)
  return labelled.map(({ label, judged, weight = 1, clusterKey }) => ({
    y: Number(label),
    f: Number(judged),
    weight: (weight * labelled.length) / total,
    clusterKey,
  }))
}

/**
 * λ that makes the variance least, within [0, 1] (ibid., §6): Cov(y, f) / ((1 + n/N) Var f). Where the labelled rows are among
 * the N, mean(f over N) falls with theirs, and Cov(y, f) / Var f is best.
 */
function tunePower(
  labels: readonly WeightedLabel[],
  others: readonly number[],
  are: 'unlabelled' | 'all',
): number {
  const estimate = mean(others) + mean(labels.map(({ y, f, weight }) => weight * (y - f)))
  const gradients = labels.map(({ y, weight }) => weight * (y - estimate))
  const predicted = labels.map(({ f, weight }) => weight * (f - estimate))
  const all = [...predicted, ...others.map((f) => f - estimate)]
  const drift = mean(gradients)
  const covariance = mean(gradients.map((gradient, i) => (gradient - drift) * (predicted[i] ?? 0)))
  const centre = mean(all)
  const variance = all.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (all.length - 1)
  const apart = are === 'all' ? 0 : labels.length / others.length
  const lambda = covariance / ((1 + apart) * variance)
  return Number.isFinite(lambda) ? Math.min(1, Math.max(0, lambda)) : 0
}

interface Contribution {
  readonly value: number
  readonly clusterKey?: string | undefined
}

/** Variance of a sum of means: squared sums of the influences (value − mean) / n over each cluster, across the parts. */
function clusteredVariance(parts: readonly (readonly Contribution[])[]): {
  variance: number
  clusters: number
} {
  const keyed = new Map<string, number>()
  let variance = 0
  let clusters = 0
  for (const part of parts) {
    const centre = meanOf(part)
    for (const { value, clusterKey } of part) {
      const influence = (value - centre) / part.length
      if (clusterKey !== undefined) keyed.set(clusterKey, (keyed.get(clusterKey) ?? 0) + influence)
      else {
        variance += influence ** 2
        clusters += 1
      }
    }
  }
  for (const influence of keyed.values()) variance += influence ** 2
  return { variance, clusters: clusters + keyed.size }
}

const judgedValue = ({ judged }: UnlabelledVerdict): number => Number(judged)
const within = (value: number): number => Math.min(1, Math.max(0, value))
const meanOf = (part: readonly Contribution[]): number => mean(part.map(({ value }) => value))
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

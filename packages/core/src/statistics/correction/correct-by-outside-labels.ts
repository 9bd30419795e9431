import { normalQuantile } from '../distributions/normal.ts'
import { effectiveRate } from '../effective-rate.ts'
import { notTested, type Interval, type Outcome } from '../estimate.ts'
import { wilsonInterval } from '../wilson-interval.ts'
import type { CorrectedRate } from './corrected-rate.ts'
import {
  correctionRange,
  measureJudge,
  refuseCorrection,
  roganGladen,
  type JudgedLabel,
} from './judge-labels.ts'

/**
 * The true rate of passes behind a judge's verdicts, from labels made outside the run: Rogan & Gladen (1978) with the
 * interval of Lang & Reiczigel (2014, Preventive Veterinary Medicine 113:13–22), counts as n / design effect.
 */
export function correctByOutsideLabels(
  judged: readonly Outcome[],
  labels: readonly JudgedLabel[],
): CorrectedRate {
  const judge = measureJudge(labels)
  const run = effectiveRate(judged)
  if (!run) return { kind: 'corrected', estimate: notTested, judge }
  const reason = refuseCorrection(judge)
  const { sensitivity, specificity } = judge
  if (reason || sensitivity === null || specificity === null) {
    const range = correctionRange(wilsonInterval(run.rate, run.effectiveN), judge)
    return { kind: 'refused', reason: reason ?? 'too few labels', range, judge }
  }
  const interval = langReiczigel({
    rate: { value: run.rate, n: run.effectiveN },
    sensitivity: { value: sensitivity, n: judge.effectivePositives },
    specificity: { value: specificity, n: judge.effectiveNegatives },
  })
  const value = roganGladen(run.rate, sensitivity, specificity)
  const estimate = {
    value,
    ...interval,
    n: run.n,
    clusters: run.clusters.length,
    method: 'Rogan–Gladen, Lang–Reiczigel 95 %',
  }
  return { kind: 'corrected', estimate, judge }
}

interface Proportion {
  readonly value: number
  readonly n: number
}

/** Agresti–Coull-like adjustments of the three proportions, a shift towards the middle, a normal interval. */
export function langReiczigel(
  parts: { readonly rate: Proportion; readonly sensitivity: Proportion; readonly specificity: Proportion },
  confidence = 0.95,
): Interval {
  const z = normalQuantile((1 + confidence) / 2)
  const rate = addCases(parts.rate, z ** 2)
  const se = addCases(parts.sensitivity, 2)
  const sp = addCases(parts.specificity, 2)
  const youden = se.value + sp.value - 1
  const prevalence = (rate.value + sp.value - 1) / youden
  const shift = 2 * z ** 2 * (prevalence * varianceOf(se) - (1 - prevalence) * varianceOf(sp))
  const variance =
    varianceOf(rate) + prevalence ** 2 * varianceOf(se) + (1 - prevalence) ** 2 * varianceOf(sp)
  const reach = (z * Math.sqrt(variance)) / Math.abs(youden)
  const within = (value: number): number => Math.min(1, Math.max(0, value))
  return { low: within(prevalence + shift - reach), high: within(prevalence + shift + reach) }
}

const addCases = ({ value, n }: Proportion, more: number): Proportion => ({
  value: (value * n + more / 2) / (n + more),
  n: n + more,
})

const varianceOf = ({ value, n }: Proportion): number => (value * (1 - value)) / n

import { must } from '../../must.ts'
import type { Estimate } from '../estimate.ts'
import { estimateMean } from '../estimate-mean.ts'
import { estimateRate } from '../estimate-rate.ts'

/** A stated probability and what came true. */
export interface Prediction {
  readonly probability: number
  readonly pass: boolean
  readonly clusterKey?: string | undefined
}

export const minCalibrationCases = 200

/** One bin of the reliability plot. */
export interface ReliabilityBin {
  readonly meanProbability: number
  readonly rate: Estimate
}

export interface Calibration {
  readonly reliability: readonly ReliabilityBin[]
  /** Expected calibration error, Σ n_b/n |mean probability − rate|. It is above 0 by chance alone. */
  readonly expectedError: number
  readonly n: number
}

/** Brier (1950): the mean squared difference between probability and outcome; 0.25 is what "always 50 %" gets. */
export const estimateBrier = (predictions: readonly Prediction[]): Estimate =>
  estimateMean(
    predictions.map(({ probability, pass, clusterKey }) => ({
      value: (probability - Number(pass)) ** 2,
      clusterKey,
    })),
    { low: 0, high: 1 },
  )

/**
 * Reliability and expected calibration error with bins of equal mass (Nixon et al. 2019, arXiv 1904.01685). Equal
 * probabilities stay in one bin. null under 200 cases: the error would be mostly noise (methods §3).
 */
export function estimateCalibration(predictions: readonly Prediction[], bins = 10): Calibration | null {
  const n = predictions.length
  if (n < minCalibrationCases) return null
  const groups = equalMass(
    predictions.toSorted((a, b) => a.probability - b.probability),
    bins,
  )
  const reliability = groups.map((group) => ({
    meanProbability: group.reduce((sum, { probability }) => sum + probability, 0) / group.length,
    rate: estimateRate({ outcomes: group }),
  }))
  const expectedError = reliability.reduce(
    (sum, { meanProbability, rate }) =>
      sum + (rate.n / n) * Math.abs(meanProbability - must(rate.value, 'rate of a bin')),
    0,
  )
  return { reliability, expectedError, n }
}

/** Cuts after each n/bins cases, moved up behind equal probabilities. */
function equalMass(sorted: readonly Prediction[], bins: number): readonly (readonly Prediction[])[] {
  const groups: Prediction[][] = []
  let start = 0
  for (let bin = 1; bin <= bins; bin += 1) {
    let end = Math.round((sorted.length * bin) / bins)
    while (end < sorted.length && sorted[end]?.probability === sorted[end - 1]?.probability) end += 1
    if (end > start) groups.push(sorted.slice(start, end))
    start = Math.max(start, end)
  }
  return groups
}

import { clopperPearsonLower, clopperPearsonUpper } from '../clopper-pearson-bound.ts'
import { effectiveRate } from '../effective-rate.ts'
import type { Interval, Outcome } from '../estimate.ts'

/** A case that both a person and the judge decided. */
export interface JudgedLabel {
  /** What the person says. */
  readonly label: boolean
  /** What the judge says. */
  readonly judged: boolean
  readonly clusterKey?: string | undefined
  /** Inverse of the probability with which the case was drawn for labelling, up to a factor; 1 unless given. */
  readonly weight?: number | undefined
}

/** How good the judge is, from labels alone. */
export interface JudgeQuality {
  /** P(judge says pass | person says pass); null without such labels. */
  readonly sensitivity: number | null
  /** P(judge says fail | person says fail). */
  readonly specificity: number | null
  readonly positives: number
  readonly negatives: number
  /** Cases that tell as much, clusters and weights considered. */
  readonly effectivePositives: number
  readonly effectiveNegatives: number
}

export type CorrectionRefusal = 'too few labels' | 'judge too weak'

export const minLabelsOfEach = 50
export const minSensitivityPlusSpecificity = 1.2

export function measureJudge(labels: readonly JudgedLabel[]): JudgeQuality {
  const rateOf = (label: boolean) =>
    effectiveRate(
      labels
        .filter((each) => each.label === label)
        .map(({ judged, clusterKey, weight }): Outcome => ({ pass: judged === label, clusterKey, weight })),
    )
  const positive = rateOf(true)
  const negative = rateOf(false)
  return {
    sensitivity: positive?.rate ?? null,
    specificity: negative?.rate ?? null,
    positives: positive?.n ?? 0,
    negatives: negative?.n ?? 0,
    effectivePositives: positive?.effectiveN ?? 0,
    effectiveNegatives: negative?.effectiveN ?? 0,
  }
}

/** The rule of methods §3, for every correction; null: it may be made. */
export function refuseCorrection(quality: JudgeQuality): CorrectionRefusal | null {
  const { sensitivity, specificity, positives, negatives } = quality
  if (positives < minLabelsOfEach || negatives < minLabelsOfEach) return 'too few labels'
  if (sensitivity === null || specificity === null) return 'too few labels'
  return sensitivity + specificity < minSensitivityPlusSpecificity ? 'judge too weak' : null
}

/**
 * Sensitivity range, shown instead of a refused correction: the Rogan–Gladen rate over all corners of the 95 %
 * Clopper–Pearson intervals of sensitivity and specificity and of the given interval of the judged rate. [0, 1] where
 * a corner has no information, or a kind of label is missing.
 */
export function correctionRange(judgedRate: Interval, quality: JudgeQuality): Interval {
  const sensitivity = exactInterval(quality.sensitivity, quality.effectivePositives)
  const specificity = exactInterval(quality.specificity, quality.effectiveNegatives)
  if (!sensitivity || !specificity || sensitivity.low + specificity.low <= 1) return { low: 0, high: 1 }
  const corners = ends(judgedRate).flatMap((rate) =>
    ends(sensitivity).flatMap((se) => ends(specificity).map((sp) => roganGladen(rate, se, sp))),
  )
  return { low: Math.min(...corners), high: Math.max(...corners) }
}

/** (p + Sp − 1) / (Se + Sp − 1), kept within [0, 1] (Rogan & Gladen 1978). */
export const roganGladen = (rate: number, sensitivity: number, specificity: number): number =>
  Math.min(1, Math.max(0, (rate + specificity - 1) / (sensitivity + specificity - 1)))

function exactInterval(rate: number | null, n: number): Interval | null {
  if (rate === null || n === 0) return null
  return { low: clopperPearsonLower(rate * n, n, 0.975), high: clopperPearsonUpper(rate * n, n, 0.975) }
}

const ends = ({ low, high }: Interval): readonly number[] => [low, high]

import {
  hashFeatures,
  type FeatureSettings,
} from '../../packages/core/src/detectors/classifier/hash-features.ts'
import type { LinearModelData } from '../../packages/core/src/detectors/classifier/linear-model.ts'
import { minimise } from './minimise.ts'

export interface TrainingRow {
  readonly text: string
  readonly label: 0 | 1
  /** How much its loss counts; 1 unless told. */
  readonly weight?: number
}

export interface TrainingOptions {
  readonly settings: FeatureSettings
  /** Strength of the L2 penalty on the mean loss of a row; 1e-5 unless told. */
  readonly penalty?: number
  /** A feature that fewer rows hold gets no weight; 2 unless told. */
  readonly minRows?: number
  /** For calibration: the model is trained so many times without a fold, whose scores it then gives. 0: not calibrated. */
  readonly folds?: number
}

/**
 * Logistic regression with an L2 penalty by L-BFGS: the same rows give the same weights. Calibrated by Platt's method
 * on scores of rows left out, with his smoothed targets (1999); quantised to signed bytes.
 */
export function trainLinearModel(
  rows: readonly TrainingRow[],
  { settings, penalty = 1e-5, minRows = 2, folds = 5 }: TrainingOptions,
): LinearModelData {
  const examples = rows.map(({ text, label, weight = 1 }) => ({
    features: hashFeatures(text, settings),
    label,
    weight,
  }))
  const size = 1 << settings.bits
  const allowed = dropRare(examples, size, minRows)
  const whole = fit(allowed, size, penalty)
  const { slope, intercept } =
    folds > 1 ? calibrate(allowed, size, penalty, folds) : { slope: 1, intercept: 0 }
  const { scale, steps } = quantise(whole.subarray(0, size))
  return {
    settings,
    scale: scale * slope,
    bias: (whole[size] ?? 0) * slope + intercept,
    weights: new Uint8Array(steps.buffer).toBase64(),
  }
}

interface Example {
  readonly features: Uint32Array
  /** 1 over the length of the vector: of all features, the rare ones too, as the shipped model reads them. */
  readonly unit: number
  readonly label: 0 | 1
  readonly weight: number
}

function dropRare(
  examples: readonly Omit<Example, 'unit'>[],
  size: number,
  minRows: number,
): readonly Example[] {
  const rowsWith = new Uint32Array(size)
  for (const { features } of examples)
    for (const index of features) rowsWith[index] = (rowsWith[index] ?? 0) + 1
  return examples.map((example) => ({
    ...example,
    unit: 1 / Math.sqrt(Math.max(1, example.features.length)),
    features: example.features.filter((index) => (rowsWith[index] ?? 0) >= minRows),
  }))
}

/** The weights, and the bias as the last. */
function fit(examples: readonly Example[], size: number, penalty: number): Float64Array {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  return minimise(new Float64Array(size + 1), (point, gradient) => {
    let loss = 0
    gradient.fill(0)
    for (const { features, unit, label, weight } of examples) {
      const logit = logitOf(point, features, unit)
      const signed = label === 1 ? logit : -logit
      const share = weight / total
      loss += share * softplus(-signed)
      const slope = ((label === 1 ? -1 : 1) * share) / (1 + Math.exp(signed))
      const step = slope * unit
      for (const index of features) gradient[index] = (gradient[index] ?? 0) + step
      gradient[size] = (gradient[size] ?? 0) + slope
    }
    for (let index = 0; index < size; index += 1) {
      const value = point[index] ?? 0
      loss += (penalty / 2) * value * value
      gradient[index] = (gradient[index] ?? 0) + penalty * value
    }
    return loss
  })
}

function logitOf(point: Float64Array, features: Uint32Array, unit: number): number {
  let sum = 0
  for (const index of features) sum += point[index] ?? 0
  return sum * unit + (point[point.length - 1] ?? 0)
}

const softplus = (value: number): number => Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)))

function calibrate(
  examples: readonly Example[],
  size: number,
  penalty: number,
  folds: number,
): { slope: number; intercept: number } {
  const scored = Array.from({ length: folds }, (_, fold) => {
    const point = fit(
      examples.filter((_, index) => index % folds !== fold),
      size,
      penalty,
    )
    return examples
      .filter((_, index) => index % folds === fold)
      .map(({ features, unit, label, weight }) => ({ logit: logitOf(point, features, unit), label, weight }))
  }).flat()
  const weightOf = (wanted: 0 | 1) =>
    scored.reduce((sum, { label, weight }) => sum + (label === wanted ? weight : 0), 0)
  const [negatives, positives] = [weightOf(0), weightOf(1)]
  const targets = [1 / (negatives + 2), (positives + 1) / (positives + 2)] as const
  const [slope = 1, intercept = 0] = minimise(Float64Array.of(1, 0), ([a = 0, b = 0], gradient) => {
    let loss = 0
    gradient.fill(0)
    for (const { logit, label, weight } of scored) {
      const [value, target] = [a * logit + b, targets[label]]
      loss += weight * (softplus(value) - target * value)
      const slope = weight * (1 / (1 + Math.exp(-value)) - target)
      gradient[0] = (gradient[0] ?? 0) + slope * logit
      gradient[1] = (gradient[1] ?? 0) + slope
    }
    return loss
  })
  return { slope, intercept }
}

function quantise(weights: Float64Array): { scale: number; steps: Int8Array } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = largest / 127 || 1
  return { scale, steps: Int8Array.from(weights, (weight) => Math.round(weight / scale)) }
}

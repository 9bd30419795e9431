import { hashFeatures, type FeatureSettings } from './hash-features.ts'

/** A trained logistic regression over hashed n-grams, as it is shipped. */
export interface LinearModelData {
  readonly settings: FeatureSettings
  /** What one step of a weight is worth. */
  readonly scale: number
  readonly bias: number
  /** 2^bits signed bytes in base64. */
  readonly weights: string
}

export interface LinearModel {
  /** 0 to 1. A probability only where the training calibrated it; else a grade, whose operating point is its reader's. */
  readonly score: (text: string) => number
  /** Its log odds; 0 for even odds. */
  readonly logit: (text: string) => number
}

/** A text's features all weigh the same, and its vector has length 1: a long text counts as much as a short one. */
export function openLinearModel({ settings, scale, bias, weights }: LinearModelData): LinearModel {
  const steps = new Int8Array(Uint8Array.fromBase64(weights).buffer)
  const logit = (text: string): number => {
    const features = hashFeatures(text, settings)
    let sum = 0
    for (const index of features) sum += steps[index] ?? 0
    return bias + (scale * sum) / Math.sqrt(Math.max(1, features.length))
  }
  return { logit, score: (text) => 1 / (1 + Math.exp(-logit(text))) }
}

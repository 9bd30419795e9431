import type { Result } from '../result.ts'

/** A text to look at, with what its reader wants and where it came from, for detectors that can tell by it. */
export interface DetectorInput {
  readonly text: string
  /** What the user wanted done. */
  readonly task?: string
  readonly source?: string
}

/** A place in the text: [start, end) in UTF-16 code units. */
export interface DetectedSpan {
  readonly start: number
  readonly end: number
  /** What stands there: `email`, `insult`, … */
  readonly label: string
  /** How sure, 0 to 1. */
  readonly score: number
}

export interface Detection {
  /** How sure it is that the text holds what is looked for, 0 to 1. */
  readonly score: number
  /** In the order of the text; empty where the detector judges the text as a whole. */
  readonly spans: readonly DetectedSpan[]
}

/** Finds one thing in texts: personal data, secrets, toxicity, … */
export interface Detector {
  readonly id: string
  /** Changes whenever the same text may be judged otherwise. */
  readonly version: string
  /** One detection a text, in the order given. */
  detect(inputs: readonly DetectorInput[], signal: AbortSignal): Promise<Result<readonly Detection[]>>
}

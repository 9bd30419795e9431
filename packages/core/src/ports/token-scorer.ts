import type { Result } from '../result.ts'

/** A language model that says how likely it finds a text. */
export interface TokenScorer {
  /** `provider:model`. */
  readonly id: string
  /** Natural log-probability of each token of the text, each given those before it and the first given the start of a text. */
  scoreTokens(text: string, signal: AbortSignal): Promise<Result<readonly number[]>>
}

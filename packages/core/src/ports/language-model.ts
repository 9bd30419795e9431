import type { ModelReply, ModelRequest } from '@assay/contracts'
import type { Result } from '../result.ts'

/** What a provider said about how fast it may be asked, from its rate headers. */
export interface RateSignal {
  readonly remainingRequests?: number
  readonly remainingTokens?: number
  /** Until the window starts anew, in milliseconds. */
  readonly resetMs?: number
}

export interface CallOptions {
  readonly signal: AbortSignal
  /** Called once when the provider says how much is left. */
  readonly onRate?: (signal: RateSignal) => void
}

/**
 * A language model. One `generate` is one request: no retry, no repair, no cache: the run owns those.
 * Fails with ASSAY-5001 when the answer is pending (batch calls), ASSAY-5002 to 5011 otherwise. A refusal, an empty
 * or a cut-off answer is a reply with its finish reason; who asked decides what it means.
 */
export interface LanguageModel {
  /** `provider:model`. */
  readonly id: string
  /** What shares a rate limit: the provider, or the address. */
  readonly provider: string
  generate(request: ModelRequest, options: CallOptions): Promise<Result<ModelReply>>
}

import type { AssayError } from '@assay/contracts'
import { createError, isRetryable } from '../errors/create-error.ts'
import type { Clock } from '../ports/clock.ts'
import { fail, type Result } from '../result.ts'
import { longestPauseMs } from './congestion-window.ts'
import type { Feedback, Limiter, Permit } from './limiter.ts'

/** Retries of a whole run: a tenth of its calls and 20. Keeps a failing service from being asked several times as much. */
export interface RetryBudget {
  countCall(): void
  /** Takes one retry; `false` when none is left. */
  take(): boolean
}

export function createRetryBudget(): RetryBudget {
  let left = 20
  return {
    countCall: () => {
      left += 0.1
    },
    take: () => {
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}

export interface RetryOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly budget: RetryBudget
  readonly maxTries: number
  readonly limiter: Limiter
  /** Tokens one try is expected to use. */
  readonly tokens: number
  readonly abort: AbortSignal
}

/** What came of a call in the end, and the tries it took. */
export interface Tried<T> {
  readonly result: Result<T>
  readonly tries: number
}

const firstDelayMs = 500
const longestDelayMs = 30_000

/**
 * Tries until it works, fails for good, or may not be tried again. Who asks to slow down is asked again when the limiter
 * allows it, up to twice as often, without using up the run's retries: waiting harms nobody. Other failures wait
 * exponentially with full jitter (Brooker, AWS 2015). A wait of more than five minutes is a failure.
 */
export async function callWithRetry<T>(
  options: RetryOptions,
  tryOnce: () => Promise<Result<T>>,
  usedTokens: (value: T) => number | null,
): Promise<Tried<T>> {
  const { clock, random, limiter, abort } = options
  options.budget.countCall()
  for (let tries = 1; ; tries += 1) {
    const permit = await limiter.acquire(options.tokens, abort)
    if (permit === null) return interrupted(tries)
    const result = await tryOnPermit(limiter, permit, { tryOnce, usedTokens })
    if (result.ok || !mayRetry(result.error, tries, options)) return { result, tries }
    if (asksToSlowDown(result.error)) continue
    const backoff = random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (tries - 1))
    await clock.sleep(Math.max(backoff, result.error.retryAfterMs ?? 0), abort)
    if (abort.aborted) return interrupted(tries)
  }
}

interface Try<T> {
  readonly tryOnce: () => Promise<Result<T>>
  readonly usedTokens: (value: T) => number | null
}

/** The permit goes back whatever happens: others wait for it. */
async function tryOnPermit<T>(limiter: Limiter, permit: Permit, one: Try<T>): Promise<Result<T>> {
  let feedback: Feedback = { outcome: 'failed' }
  try {
    const result = await one.tryOnce()
    feedback = result.ok ? feedbackOfAnswer(one.usedTokens(result.value)) : feedbackOfFailure(result.error)
    return result
  } finally {
    limiter.release(permit, feedback)
  }
}

const feedbackOfAnswer = (tokens: number | null): Feedback => ({
  outcome: 'ok',
  ...(tokens === null ? {} : { tokens }),
})

const feedbackOfFailure = (error: AssayError): Feedback => ({
  outcome: asksToSlowDown(error) ? 'slow-down' : 'failed',
  tokens: 0,
  ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
})

const interrupted = (tries: number): Tried<never> => ({ result: fail(createError('ASSAY-6006')), tries })

const asksToSlowDown = (error: AssayError): boolean =>
  error.code === 'ASSAY-5004' || error.code === 'ASSAY-4005'

function mayRetry(error: AssayError, tries: number, options: RetryOptions): boolean {
  if (!isRetryable(error)) return false
  if ((error.retryAfterMs ?? 0) > longestPauseMs) return false
  if (asksToSlowDown(error)) return tries < options.maxTries * 2 && !options.limiter.isHopeless
  return tries < options.maxTries && options.budget.take()
}

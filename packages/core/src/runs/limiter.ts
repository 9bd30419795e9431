import type { Clock } from '../ports/clock.ts'
import type { RateSignal } from '../ports/language-model.ts'
import { createAlarm } from './alarm.ts'
import { createCongestionWindow } from './congestion-window.ts'
import { createRateAllowance } from './rate-allowance.ts'
import { createRateBucket } from './rate-bucket.ts'
import type { RateLimits } from './run-work.ts'

/** The right to one request; given back with what came of it. */
export interface Permit {
  readonly tokens: number
  readonly epoch: number
}

export interface Feedback {
  /** `slow-down`: 429, 503 or the like. `failed`: says nothing about the rate. */
  readonly outcome: 'ok' | 'slow-down' | 'failed'
  readonly retryAfterMs?: number
  /** What was used in the end; absent: what was expected. */
  readonly tokens?: number
}

export interface Limiter {
  /** Resolves when one more request may go out, in the order asked; `null` when `signal` aborts first. */
  acquire(tokens: number, signal: AbortSignal): Promise<Permit | null>
  release(permit: Permit, feedback: Feedback): void
  /** What the other side's rate headers said. */
  learn(signal: RateSignal): void
  /** Requests it would let run at once now; infinite until it is told to slow down or capped. */
  readonly window: number
  readonly inFlight: number
  /** Asked to slow down so often without one answer that trying again is no use. */
  readonly isHopeless: boolean
}

interface Waiter {
  readonly tokens: number
  readonly resolve: (permit: Permit | null) => void
}

/** Learns how fast one provider or target may be asked, within the caps it was given. */
export function createLimiter(
  limits: RateLimits,
  ports: { readonly clock: Clock; readonly random: () => number },
): Limiter {
  const { clock } = ports
  const gate = createGate(limits, ports)
  const queue = new Set<Waiter>()

  const pump = (): void => {
    for (const waiter of queue) {
      const now = clock.monotonicMs()
      const wait = gate.delay(waiter.tokens, now)
      if (wait === Number.POSITIVE_INFINITY) return
      if (wait > 0) return alarm.set(now + wait)
      queue.delete(waiter)
      waiter.resolve(gate.pass(waiter.tokens, now))
    }
  }
  const alarm = createAlarm(clock, pump)

  return {
    acquire: async (tokens, signal) => {
      if (signal.aborted) return null
      const now = clock.monotonicMs()
      if (queue.size === 0 && gate.delay(tokens, now) === 0) return gate.pass(tokens, now)
      const permit = waitInLine(queue, tokens, signal)
      pump()
      return permit
    },
    release: (permit, feedback) => {
      gate.leave(permit, feedback)
      if (queue.size > 0) pump()
    },
    learn: gate.learn,
    get window() {
      return gate.window.size
    },
    get inFlight() {
      return gate.inFlight()
    },
    get isHopeless() {
      return gate.window.isHopeless
    },
  }
}

function waitInLine(queue: Set<Waiter>, tokens: number, signal: AbortSignal): Promise<Permit | null> {
  return new Promise((resolve) => {
    const giveUp = (): void => {
      queue.delete(waiter)
      resolve(null)
    }
    const waiter: Waiter = {
      tokens,
      resolve: (permit) => {
        signal.removeEventListener('abort', giveUp)
        resolve(permit)
      },
    }
    signal.addEventListener('abort', giveUp)
    queue.add(waiter)
  })
}

/** All that may hold a request back, and what each one that passes does to it. */
function createGate(limits: RateLimits, ports: { readonly clock: Clock; readonly random: () => number }) {
  const { clock } = ports
  const window = createCongestionWindow(limits.concurrency ?? Number.POSITIVE_INFINITY, ports)
  const allowance = createRateAllowance()
  const requestRate = createRateBucket(limits.requestsPerMinute)
  const tokenRate = createRateBucket(limits.tokensPerMinute)
  let inFlight = 0
  return {
    window,
    inFlight: () => inFlight,
    /** Milliseconds until a request may go out; infinite: not before another one ends. */
    delay: (tokens: number, now: number): number => {
      if (inFlight >= Math.floor(window.size)) return Number.POSITIVE_INFINITY
      return Math.max(
        0,
        window.pausedUntil - now,
        allowance.delay(tokens, now),
        requestRate.delay(1, now),
        tokenRate.delay(tokens, now),
      )
    },
    pass: (tokens: number, now: number): Permit => {
      inFlight += 1
      allowance.take(tokens)
      requestRate.take(1, now)
      tokenRate.take(tokens, now)
      return { tokens, epoch: window.epoch }
    },
    leave: (permit: Permit, { outcome, retryAfterMs, tokens }: Feedback): void => {
      const pause = retryAfterMs === undefined ? {} : { retryAfterMs }
      if (outcome === 'slow-down') window.slowDown({ epoch: permit.epoch, inFlight, ...pause })
      if (outcome === 'ok') window.speedUp(permit.epoch)
      if (tokens !== undefined) tokenRate.take(tokens - permit.tokens, clock.monotonicMs())
      inFlight -= 1
    },
    learn: (signal: RateSignal): void => allowance.learn(signal, clock.monotonicMs(), inFlight),
  }
}

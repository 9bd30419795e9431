import type { Clock } from '@assay/core'

export interface FakeClock extends Clock {
  /** Moves time forward, waking sleepers in order of their time and letting each do its work before the next. */
  advance(ms: number): Promise<void>
  /** How many sleep now. */
  readonly sleepers: number
  /** How long each sleep that was asked for was to last, in order. */
  readonly sleeps: readonly number[]
}

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/**
 * Time that stands still until a test moves it. `autoAdvance`: whenever nothing else is ready, the next sleeper wakes and
 * takes time along; for work that takes no real time.
 */
export function createFakeClock(
  options: { readonly start?: number; readonly autoAdvance?: boolean } = {},
): FakeClock {
  const begin = options.start ?? Date.UTC(2026, 0, 1)
  const sleepers = new Set<Sleeper>()
  const sleeps: number[] = []
  let now = begin
  let isAdvancing = false

  /** Wakes the next sleeper if its time comes by `end`. */
  const wakeNext = (end: number): boolean => {
    const next = [...sleepers].reduce<Sleeper | null>(
      (first, one) => (first === null || one.at < first.at ? one : first),
      null,
    )
    if (next === null || next.at > end) return false
    now = Math.max(now, next.at)
    next.wake()
    return true
  }

  const runUntil = async (end: number): Promise<void> => {
    do await settle()
    while (wakeNext(end))
  }

  const advanceWhenIdle = async (): Promise<void> => {
    if (isAdvancing) return
    isAdvancing = true
    await runUntil(Number.POSITIVE_INFINITY)
    isAdvancing = false
  }

  return {
    now: () => now,
    monotonicMs: () => now - begin,
    sleep: (ms, signal) => {
      sleeps.push(ms)
      const asleep = sleepIn(sleepers, now + Math.max(0, ms), signal)
      if (options.autoAdvance === true) void advanceWhenIdle()
      return asleep
    },
    advance: async (ms) => {
      const end = now + ms
      await runUntil(end)
      now = end
    },
    get sleepers() {
      return sleepers.size
    },
    sleeps,
  }
}

function sleepIn(sleepers: Set<Sleeper>, at: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve()
  return new Promise((resolve) => {
    const wake = (): void => {
      sleepers.delete(sleeper)
      signal?.removeEventListener('abort', wake)
      resolve()
    }
    const sleeper: Sleeper = { at, wake }
    sleepers.add(sleeper)
    signal?.addEventListener('abort', wake)
  })
}

/** Lets everything that is ready run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

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
  let now = options.start ?? Date.UTC(2026, 0, 1)
  const begin = now
  const sleepers = new Set<Sleeper>()
  const sleeps: number[] = []

  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    sleeps.push(ms)
    if (signal?.aborted === true) return Promise.resolve()
    return new Promise((resolve) => {
      const sleeper: Sleeper = { at: now + Math.max(0, ms), wake: () => finish() }
      const finish = (): void => {
        sleepers.delete(sleeper)
        signal?.removeEventListener('abort', finish)
        resolve()
      }
      sleepers.add(sleeper)
      signal?.addEventListener('abort', finish)
      if (options.autoAdvance === true) void advanceWhenIdle()
    })
  }

  const wakeUntil = (at: number): void => {
    for (const sleeper of [...sleepers].filter((one) => one.at <= at).sort((a, b) => a.at - b.at)) {
      now = Math.max(now, sleeper.at)
      sleeper.wake()
    }
  }

  let isAdvancing = false
  const advanceWhenIdle = async (): Promise<void> => {
    if (isAdvancing) return
    isAdvancing = true
    for (await settle(); sleepers.size > 0; await settle()) wakeUntil(nextWake())
    isAdvancing = false
  }
  const nextWake = (): number => Math.min(...[...sleepers].map((one) => one.at))

  const advance = async (ms: number): Promise<void> => {
    const end = now + ms
    await settle()
    for (;;) {
      const next = nextWake()
      if (!(next <= end)) break
      wakeUntil(next)
      await settle()
    }
    now = end
  }

  return {
    now: () => now,
    monotonicMs: () => now - begin,
    sleep,
    advance,
    get sleepers() {
      return sleepers.size
    },
    sleeps,
  }
}

/** Lets everything that is ready run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

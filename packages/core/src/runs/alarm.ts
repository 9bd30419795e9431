import type { Clock } from '../ports/clock.ts'

/** Rings at the earliest time it was set to, once. */
export interface Alarm {
  /** `at`: monotonic milliseconds. */
  set(at: number): void
}

export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let current: { readonly at: number; readonly stop: AbortController } | null = null
  const wait = async (at: number): Promise<void> => {
    const mine = { at, stop: new AbortController() }
    current = mine
    // Whole milliseconds: a remainder smaller than the clock can tell would ring for ever.
    await clock.sleep(Math.ceil(at - clock.monotonicMs()), mine.stop.signal)
    if (current !== mine) return
    current = null
    ring()
  }
  return {
    set: (at) => {
      if (current !== null && current.at <= at) return
      current?.stop.abort()
      void wait(at)
    },
  }
}

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
    await clock.sleep(at - clock.monotonicMs(), mine.stop.signal)
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

/** Milliseconds to wait; 0: go on. */
export type WaitMs = number

export interface RateLimit {
  /** Requests at once. */
  readonly burst: number
  readonly perSecond: number
}

/**
 * A token bucket a name, in this process's memory: with several processes behind one address each allows as much. `take`
 * counts one request, where it is allowed.
 */
export function createRateLimiter({ burst, perSecond }: RateLimit, now: () => number) {
  const buckets = createForgetful<{ tokens: number; at: number }>()
  return {
    take(name: string): WaitMs {
      const at = now()
      const kept = buckets.get(name)
      // A clock that was set back must not leave anybody waiting.
      const passed = kept === undefined ? 0 : Math.max(0, at - kept.at) / 1000
      const tokens = kept === undefined ? burst : Math.min(burst, kept.tokens + passed * perSecond)
      const isAllowed = tokens >= 1
      buckets.set(name, { tokens: isAllowed ? tokens - 1 : tokens, at })
      return isAllowed ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000)
    },
  }
}

export interface FailureLimit {
  /** Failures in a row that cost nothing. */
  readonly free: number
  /** The first wait; each further failure doubles it. */
  readonly firstWaitMs: number
  readonly longestWaitMs: number
}

/** Failures are forgotten after this long without another one. */
const forgetFailuresMs = 24 * 3_600_000

/**
 * A wait that grows with every failure in a row, a name, in this process's memory: a restart forgets it. An attempt is
 * counted as failed before it is made, or many at once would all be free; `succeeded` or `undo` takes it back.
 */
export function createFailureLimiter(limit: FailureLimit, now: () => number) {
  const failures = createForgetful<{ count: number; at: number; until: number }>()
  const current = (name: string) => {
    const kept = failures.get(name)
    if (kept === undefined || now() - kept.at > forgetFailuresMs) return { count: 0, at: 0, until: 0 }
    // The clock was set back: what it said then would lock somebody out until it says so again.
    return now() < kept.at ? { ...kept, until: 0 } : kept
  }
  const set = (name: string, count: number): void => {
    const wait = count <= limit.free ? 0 : limit.firstWaitMs * 2 ** Math.min(40, count - limit.free - 1)
    failures.set(name, { count, at: now(), until: now() + Math.min(limit.longestWaitMs, wait) })
  }
  return {
    waitMs: (name: string): WaitMs => Math.min(limit.longestWaitMs, Math.max(0, current(name).until - now())),
    failed: (name: string): void => set(name, current(name).count + 1),
    undo: (name: string): void => set(name, Math.max(0, current(name).count - 1)),
    succeeded: (name: string): void => failures.delete(name),
  }
}

/** Names kept at most: whoever sends from ever new addresses must not fill the memory. */
const mostNames = 50_000

/** A map that forgets what was touched longest ago. */
function createForgetful<Value>() {
  const values = new Map<string, Value>()
  return {
    get: (name: string): Value | undefined => values.get(name),
    set(name: string, value: Value): void {
      values.delete(name)
      values.set(name, value)
      if (values.size > mostNames) {
        const [oldest] = values.keys()
        if (oldest !== undefined) values.delete(oldest)
      }
    },
    delete: (name: string): void => void values.delete(name),
  }
}

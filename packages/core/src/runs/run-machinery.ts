import { must } from '../must.ts'
import type { Budget } from './budget.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { createRetryBudget, type RetryBudget } from './retry.ts'
import type { RateLimits, RunPorts, RunSettings } from './run-work.ts'
import type { RunStore } from '../ports/run-store.ts'

/** What the units of one start share. */
export interface RunMachinery {
  readonly store: RunStore
  readonly ports: RunPorts
  readonly budget: Budget
  readonly retries: RetryBudget
  readonly maxTries: number
  readonly abort: AbortSignal
  provider(name: string): Lane
  target(name: string): Lane
}

/** The way to one provider or target. */
export interface Lane {
  readonly limiter: Limiter
  readonly timeoutMs: number
}

const modelTimeoutMs = 120_000
const targetTimeoutMs = 60_000

export function createRunMachinery(parts: {
  readonly store: RunStore
  readonly ports: RunPorts
  readonly settings: RunSettings
  readonly budget: Budget
  readonly abort: AbortSignal
}): RunMachinery {
  const { store, ports, settings, budget, abort } = parts
  return {
    store,
    ports,
    budget,
    abort,
    retries: createRetryBudget(),
    maxTries: settings.maxTries ?? 4,
    provider: createLanes(ports, settings.providerLimits ?? {}, modelTimeoutMs),
    target: createLanes(ports, settings.targetLimits ?? {}, targetTimeoutMs),
  }
}

function createLanes(
  ports: RunPorts,
  limits: Readonly<Record<string, RateLimits>>,
  timeoutMs: number,
): (name: string) => Lane {
  const lanes = new Map<string, Lane>()
  return (name) => {
    if (!lanes.has(name)) {
      const own = Object.hasOwn(limits, name) ? limits[name] : undefined
      lanes.set(name, { limiter: createLimiter(own ?? {}, ports), timeoutMs: own?.timeoutMs ?? timeoutMs })
    }
    return must(lanes.get(name), `the lane of ${name}`)
  }
}

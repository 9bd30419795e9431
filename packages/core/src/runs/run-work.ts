import type { AssayError, TargetAnswer } from '@assay/contracts'
import type { CallCache } from '../ports/call-cache.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hash } from '../ports/hash.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import type { ModelCaller } from '../ports/model-caller.ts'
import type { PriceBook } from '../ports/prices.ts'
import type { RunStore, RunTables } from '../ports/run-store.ts'
import type { Target, TargetRequest } from '../ports/target.ts'
import type { Result } from '../result.ts'

/** The smallest piece of work that is finished or not. `key` comes from its content and is unique in the run. */
export interface Unit {
  readonly key: string
}

/** Tables a unit writes by itself; its rows are written together with its end. */
export type UnitTable = 'verdicts' | 'candidates'

/** What a unit is given to work with. */
export interface UnitContext {
  /**
   * Puts one question to a target: limited, retried, timed out and recorded before it returns. On a resume the recorded
   * answer is returned. One question for each `caseId` and `repeat` in a unit.
   */
  ask(target: Target, request: TargetRequest): Promise<Result<TargetAnswer>>
  /** The model as this unit may use it. */
  model(model: LanguageModel): ModelCaller
  /** Keeps a row until the unit ends; a unit that stays open writes none. Safe to repeat on a resume. */
  record<T extends UnitTable>(table: T, row: RunTables[T]): void
  /** Aborts when the run is told to stop at once. */
  readonly signal: AbortSignal
}

/** Caps that are never exceeded. Absent: no cap. */
export interface BudgetCaps {
  readonly usd?: number
  /** Requests to language models, retries included. */
  readonly calls?: number
  /** Input and output tokens of language models. */
  readonly tokens?: number
}

/** How fast one provider or target may be asked. Absent: as fast as it bears. */
export interface RateLimits {
  readonly concurrency?: number
  readonly requestsPerMinute?: number
  readonly tokensPerMinute?: number
  /** Longest wait for one try; 60 s for targets and 120 s for models when absent. */
  readonly timeoutMs?: number
}

export interface RunSettings {
  /** Units at once; 8 when absent. */
  readonly concurrency?: number
  /** Takes up failed units again; their recorded errors are not replayed. */
  readonly retryErrors?: boolean
  readonly budget?: BudgetCaps
  /** By `LanguageModel.provider`. */
  readonly providerLimits?: Readonly<Record<string, RateLimits>>
  /** By `Target.name`. */
  readonly targetLimits?: Readonly<Record<string, RateLimits>>
  /** Tries of one call, the first included; 4 when absent. Answers that ask to slow down may take twice as many. */
  readonly maxTries?: number
}

/** The ports a run takes. */
export interface RunPorts {
  readonly clock: Clock
  /** Numbers in [0, 1), for jitter. */
  readonly random: () => number
  readonly hash: Hash
  readonly prices: PriceBook
  /** `null`: no call cache. */
  readonly cache: CallCache | null
}

export interface RunWork<U extends Unit> {
  readonly store: RunStore
  /** In the order they are taken; read lazily and once. */
  readonly units: Iterable<U> | AsyncIterable<U>
  readonly total: number
  /**
   * Does one unit. The error decides: ASSAY-5001 leaves it waiting, 6005 stops the run, 6006 leaves it open, any other is
   * its failure and the run goes on. It is not finished while one of its calls was pending, refused by the budget or
   * interrupted, whatever it returns.
   */
  perform(unit: U, context: UnitContext): Promise<Result<void>>
  readonly ports: RunPorts
  readonly settings?: RunSettings
  /** `provider:model` of the models it will ask: a cap in dollars is refused at the start when a price is unknown. */
  readonly models?: readonly string[]
  /** Compared with the manifest's; another one is refused with ASSAY-6004. */
  readonly planHash?: string
  /** Finishes what is in flight, then stops. */
  readonly interrupt?: AbortSignal
  /** Gives up what is in flight as well. */
  readonly abort?: AbortSignal
  /** After each unit that ended, and once at the start. */
  onProgress?(progress: RunProgress): void
}

/** Units by where they stand, over the life of the run. */
export interface RunCounts {
  readonly total: number
  readonly done: number
  readonly failed: number
  /** Waiting for answers that are made elsewhere. */
  readonly pending: number
  /** Not taken up yet, or given back. */
  readonly open: number
}

/** What the run's model calls used so far, over all its starts. */
export interface Spending {
  /** Requests made, retries included; replies from the cache are not requests. */
  readonly calls: number
  readonly tokens: number
  /** US dollars of the calls whose price is known. */
  readonly costUsd: number
  /** Calls whose cost is unknown: without a price, or without usage in the reply. */
  readonly unpricedCalls: number
  readonly cachedCalls: number
}

export interface RunProgress extends RunCounts {
  /** Units that were finished when this start began. */
  readonly finishedBefore: number
  readonly spending: Spending
}

export interface RunOutcome {
  readonly state: 'finished' | 'pending' | 'stopped' | 'interrupted'
  readonly counts: RunCounts
  readonly spending: Spending
  /** Why it did not finish: ASSAY-5001, 6005 or 6006; `null` when it did. */
  readonly reason: AssayError | null
}

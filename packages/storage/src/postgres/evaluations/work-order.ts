/** What a worker of the hub is to do, with the exact versions. Written once, when it is asked for. */
export interface WorkOrder {
  /** `null`: the stored answers of `answersOf` are judged again, nobody is asked. */
  readonly target: PinnedVersion | null
  readonly testSets: readonly PinnedVersion[]
  /** Only cases with one of these; empty: all. */
  readonly tags: readonly string[]
  readonly checks: readonly PinnedVersion[]
  readonly judge: string
  readonly repeats: number
  readonly gates: readonly string[]
  /** US dollars; `null`: that of the project alone. */
  readonly budgetUsd: number | null
  /** So many cases at most; `null`: all. */
  readonly limit: number | null
  /** The evaluation whose stored answers are judged again; `null`: the target is asked. */
  readonly answersOf: string | null
}

export interface PinnedVersion {
  readonly id: string
  readonly version: number
}

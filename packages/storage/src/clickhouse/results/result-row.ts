import type { CaseResult } from '@assay/contracts'

/** What one case came to, as lists read it. */
export interface StoredResult {
  /** Failures first. */
  readonly position: number
  /** Of the case in the run's table. */
  readonly line: number
  readonly result: CaseResult
  readonly question: string
  /** Of the shown attempt; `null`: it has none. */
  readonly answer: string | null
}

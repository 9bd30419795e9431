import type { AssayError, CaseResult, Chunk, TargetAnswer, TestCase, VerdictRow } from '@assay/contracts'

/** A passage of the knowledge base, as far as a report shows it. */
export type ReportPassage = Pick<Chunk, 'id' | 'source' | 'titlePath' | 'text'>

/** One case as the failure explorer shows it: its result joined with what was asked, answered, found and said. */
export interface ReportCase {
  readonly result: CaseResult
  readonly testCase: TestCase
  /** The first repeat's answer; `null`: there is none, `error` says why. */
  readonly answer: TargetAnswer | null
  readonly error?: AssayError | null | undefined
  /** Every check's verdict on the first repeat. */
  readonly verdicts: readonly VerdictRow[]
  /** The texts of `testCase.referenceContexts`, in that order; a chunk that is gone is left out. */
  readonly references: readonly ReportPassage[]
}

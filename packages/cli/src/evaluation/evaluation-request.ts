import type { ContextRow, EvaluationConfiguration, TargetConfiguration } from '@assay/contracts'
import type { Target } from '@assay/core'
import type { TestCases } from '@assay/core/testsets/format'
import type { HubAccess } from '../hub/open-hub.ts'
import type { OpenedJudge } from './open-judge.ts'
import type { RunChecks } from './run-checks.ts'

/** All that an evaluation is made of, before there is a run. */
export interface EvaluationRequest {
  readonly name: string
  readonly cases: TestCases
  readonly testSet: { readonly name: string; readonly hash: string; readonly stale: number }
  /** Reference passages; where they come from. */
  readonly contexts: readonly ContextRow[]
  readonly knowledgeBase: EvaluationConfiguration['knowledgeBase']
  readonly target: Target
  readonly targetSettings?: TargetConfiguration | undefined
  readonly judge: OpenedJudge
  readonly checks: RunChecks
  readonly repeats: number
  readonly quarantineFlaky?: boolean
  readonly stopWhenClear?: EvaluationConfiguration['stopWhenClear']
  readonly retrievalDepth: number
  readonly seed: string | number
  readonly gates: readonly string[]
  readonly limits: EvaluationConfiguration['limits']
  readonly description?: string | undefined
  readonly batch?: string | undefined
  /** Folder of the run whose stored answers are judged. */
  readonly answersOf?: string | undefined
  readonly useCache?: boolean
  /** Where it is sent while it runs; `null`: nowhere. */
  readonly hub?: HubAccess | null
}

import type { Clock } from '@assay/core'
import type { ControlDatabase } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import type { HubSettings } from '../settings.ts'
import type { EvaluationJobs } from './evaluation-jobs.ts'
import type { EvaluationOrder } from './hub-jobs.ts'
import type { JobKeys } from './job-keys.ts'

/** What a worker works with. */
export interface WorkParts {
  readonly settings: HubSettings
  readonly control: ControlDatabase
  readonly clock: Pick<Clock, 'now'>
  readonly seal: Hub['seal']
  readonly keys: JobKeys
  readonly evaluations: EvaluationJobs
  /** How a child reaches the hub. */
  readonly hubUrl: string
  /** Of this data folder. */
  readonly host: string
  /** Has an evaluation looked at again in some minutes. */
  readonly lookAgain: (evaluationId: string) => Promise<void>
}

/** How one piece of work is steered from outside. */
export interface WorkControl {
  readonly order: EvaluationOrder
  readonly signal: AbortSignal
  /** After `signal`. `stopped`: a person asked for it; `lost`: another worker has it, or this process ends. */
  readonly why: () => Promise<'stopped' | 'lost'>
}

/** The evaluation is not done and nobody's fault: its job is to be given out again. */
export class Later extends Error {
  override readonly name = 'Later'
}

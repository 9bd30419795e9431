import type { AssayError } from '@assay/contracts'
import type { Evaluation, EndpointRequest, evaluationEndpoints } from '@assay/contracts/hub'
import type { Result } from '@assay/core'
import type { WorkOrder } from '@assay/storage/postgres'

/** What workers read and write of evaluations. Whatever a run says of itself (rows, how it ended) comes by `openRun` to `closeRun`. */
export interface EvaluationJobs {
  /** `null`: there is none, or it was sent and is nobody's work here. */
  read(id: string): Promise<EvaluationWork | null>
  /** Sets it running, unless it ended or was stopped in the meantime: false then. */
  claim(id: string): Promise<boolean>
  /** What its run could not say itself: it never began, was refused, or died. Does nothing to one that is finished. */
  settle(id: string, end: Settlement): Promise<void>
  /** Evaluations of the hub itself that are queued or running: taken up again at the start. */
  waiting(): Promise<readonly { readonly id: string; readonly projectId: string }[]>
  /** US dollars of all evaluations of the project since a moment, as far as known. */
  spentSince(projectId: string, since: string): Promise<number>
  /** As the endpoint `startEvaluation`, for a schedule: makes the evaluation and queues it. */
  start(request: ScheduledEvaluation): Promise<Result<{ readonly id: string }>>
  /** Whether a schedule made an evaluation since a moment: a job that is done twice starts one alone. */
  hasStarted(scheduleId: string, since: string): Promise<boolean>
}

export interface Settlement {
  readonly status: Evaluation['status']
  readonly error: AssayError | null
  /** Only where it stands so; absent: wherever it is not finished. */
  readonly from?: readonly Evaluation['status'][]
}

export interface EvaluationWork {
  readonly id: string
  readonly projectId: string
  readonly name: string
  readonly status: Evaluation['status']
  readonly order: WorkOrder
  /** Whose right to spend it rests on. */
  readonly createdBy: string
  /** Whether the hub holds rows of it: it is gone on with then. */
  readonly hasRows: boolean
}

export interface ScheduledEvaluation {
  readonly projectId: string
  readonly scheduleId: string
  /** On whose behalf: whoever wrote the schedule's version that counts. */
  readonly personId: string
  readonly request: EndpointRequest<(typeof evaluationEndpoints)['startEvaluation']>['body']
}

import type { DocumentKind } from '@assay/contracts/hub'

/** Work that outlives a request. A job is a run or a slice of one, never a unit. */
export interface HubJobs {
  /** Queues a run; a run that is queued or worked on already is not queued twice. */
  queueEvaluation(evaluationId: string, order?: EvaluationOrder): Promise<void>
  /** Asks whoever works on it to finish what is in flight and stop; one that waits is taken out of the queue. */
  stopEvaluation(evaluationId: string): Promise<void>
  /** Schedules follow: of a schedule its times, of a target or knowledge base what is to be evaluated then. */
  documentChanged(document: ChangedDocument): Promise<void>
  /** Place in the queue of each evaluation that waits, the next being 1. */
  queuePositions(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

export interface EvaluationOrder {
  /** `run`: start it, or go on where rows stand. `retry-errors`: go on, and ask again what ended in an error. */
  readonly do: 'run' | 'retry-errors'
}

export interface ChangedDocument {
  readonly id: string
  readonly projectId: string
  readonly kind: DocumentKind
  readonly version: number
}

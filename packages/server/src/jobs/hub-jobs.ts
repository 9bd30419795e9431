/** Work that outlives a request. A job is a run or a slice of one, never a unit. */
export interface HubJobs {
  /** Queues a run; a run that is queued or worked on already is not queued twice. */
  queueEvaluation(evaluationId: string): Promise<void>
  /** Asks whoever works on it to finish what is in flight and stop. */
  stopEvaluation(evaluationId: string): Promise<void>
  close(): Promise<void>
}

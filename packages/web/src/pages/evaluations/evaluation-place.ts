/** Which evaluation a part of its page is about. */
export interface EvaluationPlace {
  readonly projectId: string
  readonly evaluationId: string
}

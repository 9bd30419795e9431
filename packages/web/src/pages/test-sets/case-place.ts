/** Where a case stands, as the hub's endpoints take it. */
export interface CasePlace {
  readonly projectId: string
  readonly testSetId: string
  readonly caseId: string
}

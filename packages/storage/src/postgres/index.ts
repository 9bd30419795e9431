export type { ControlDatabase, ControlTables } from './control-database.ts'
export { migrateControl, readControlMigrations, type Migration } from './migrate-control.ts'
export { listProjects, readProject } from './projects/list-projects.ts'
export { insertProject, updateProject } from './projects/write-project.ts'
export {
  listOwnProjects,
  listProjectIdsOf,
  readOwnProject,
  type OwnProject,
} from './people/list-memberships.ts'
export { listAllDocuments, listDocuments, readDocument } from './documents/list-documents.ts'
export { listDocumentVersions, readDocumentVersion } from './documents/document-versions.ts'
export {
  insertDocument,
  updateDocument,
  type DocumentKey,
  type DocumentStamp,
} from './documents/write-document.ts'
export { listTestSets, readTestSet } from './test-sets/list-test-sets.ts'
export { insertTestSet, updateTestSet } from './test-sets/write-test-set.ts'
export { countVersion, listTestSetVersions } from './test-sets/list-test-set-versions.ts'
export type { CasesOf } from './test-sets/case-conditions.ts'
export { countFacets, listCases } from './test-sets/list-cases.ts'
export {
  listCaseHistory,
  listOriginalKeys,
  readCase,
  readCasePage,
  readCurrentCases,
  type PlacedCase,
} from './test-sets/read-cases.ts'
export {
  lockTestSets,
  reviseTestSet,
  tidyAfter,
  type CaseStamp,
  type OpenVersion,
  type Revised,
} from './test-sets/revise-test-set.ts'
export { addCases, closeCases, replaceCases } from './test-sets/write-cases.ts'
export { copyCases, editColumns, restoreCases, type ColumnEdit } from './test-sets/change-many-cases.ts'
export { appendAudit, type NewAuditEntry } from './audit/append-audit.ts'
export { listAudit, readAuditAfter, type AuditFilter } from './audit/list-audit.ts'
export { verifyAudit } from './audit/verify-audit.ts'
export { deleteHubSetting, readHubSetting, writeHubSetting } from './hub-settings.ts'
export { claimIdempotencyKey, keepIdempotentAnswer } from './idempotency/idempotency-keys.ts'
export { lockUntilCommit } from './lock-until-commit.ts'
export { countOtherOwners, countOtherProjectOwners, hasOwner } from './people/count-owners.ts'
export { findApiKey, listApiKeys, readApiKey } from './people/list-api-keys.ts'
export {
  findOpenInvitation,
  listInvitations,
  listOpenInvitations,
  readInvitation,
} from './people/list-invitations.ts'
export { listMembers, readMember, type RolesOfPerson } from './people/list-members.ts'
export { findPersonByEmail, listPeople, readPerson } from './people/list-people.ts'
export { insertApiKey, revokeApiKey, touchApiKey } from './people/write-api-key.ts'
export { insertInvitation, markInvitationAccepted, revokeInvitation } from './people/write-invitation.ts'
export { deleteMembership, writeMembership } from './people/write-membership.ts'
export { insertPerson, updatePerson } from './people/write-person.ts'
export {
  deleteSecret,
  listSecrets,
  readSealedSecrets,
  readSecret,
  writeSecret,
} from './secrets/project-secrets.ts'
export type { PinKind } from './evaluation-tables.ts'
export {
  listEvaluationsOfThing,
  listPins,
  type EvaluationPin,
  type UsingEvaluation,
} from './evaluations/evaluation-pins.ts'
export { findEvaluationOf, listEvaluations, readEvaluation } from './evaluations/list-evaluations.ts'
export { readEvaluationRun, type EvaluationRun } from './evaluations/read-evaluation-run.ts'
export {
  attachManifest,
  insertEvaluation,
  saveProgress,
  setEvaluationStatus,
  updateEvaluation,
  type NewEvaluation,
} from './evaluations/write-evaluation.ts'
export {
  clearSummaryDue,
  listDueSummaries,
  reserveSummaryNumber,
  saveComparedWith,
  saveSummary,
} from './evaluations/save-summary.ts'
export {
  acknowledgeLines,
  claimLines,
  createRunTables,
  readRunTables,
  settleLines,
  type LineClaim,
  type RunTableState,
} from './evaluations/run-tables.ts'
export { hideResult, listHiddenResults, showResult } from './evaluations/hidden-results.ts'
export { keepComparison, readFiguresMarks, readKeptComparison } from './evaluations/comparison-cache.ts'
export type { PinnedVersion, WorkOrder } from './evaluations/work-order.ts'
export {
  findApprovedVersion,
  listAwaitedEvaluations,
  listReviews,
  listReviewsInForce,
  listReviewsOfEvaluation,
  readReview,
} from './reviews/list-reviews.ts'
export {
  insertReview,
  readReviewFigures,
  saveReviewFigures,
  updateReview,
  type ReviewChange,
} from './reviews/write-review.ts'
export {
  dropRequirementStandings,
  keepRequirementStandings,
  readRequirementStandings,
  standingKey,
} from './reviews/requirement-standings.ts'
export { hasOtherActiveCases, listLinkedCases } from './reviews/linked-cases.ts'
export { listReviewsOfThing, type LinkedReview } from './reviews/reviews-of-thing.ts'
export { countWaiting, type Waiting } from './reviews/count-waiting.ts'
export {
  countComments,
  insertComment,
  listComments,
  readComment,
  updateComment,
} from './annotations/comments.ts'
export { decideProposal, insertProposal, listProposals, readProposal } from './annotations/proposals.ts'
export { insertQueue, listQueues, readQueue, type StoredQueue } from './annotations/queues.ts'
export { findNextRow, readQueueRow, type StoredQueueRow } from './annotations/queue-rows.ts'
export {
  countLabels,
  deleteLabel,
  listLabellers,
  listLabels,
  listLabelsOfJudge,
  listLabelsOfQueue,
  listLabelsOfRow,
  putLabel,
  readLabelState,
  type StoredLabel,
} from './annotations/labels.ts'
export { keepCorrection, readKeptCorrection } from './annotations/judge-corrections.ts'
export {
  findEvaluationByName,
  listAlikeEvaluations,
  saveCorrection,
} from './annotations/corrected-evaluations.ts'
export {
  findFinding,
  insertFinding,
  listFindings,
  readFinding,
  renewFinding,
  updateFinding,
  type FoundFinding,
} from './annotations/findings.ts'
export {
  listCategories,
  mergeCategories,
  putCategory,
  readCategory,
} from './annotations/failure-categories.ts'
export {
  insertFailureNote,
  listFailureNotes,
  readNoteCategories,
  setNoteCategory,
} from './annotations/failure-notes.ts'
export { readFiguresHead, readRunHead, type FiguresHead, type RunHead } from './evaluations/read-run-head.ts'
export { hasEvaluationOfSchedule, listOpenWork, sumSpending } from './evaluations/work-to-do.ts'
export { findPreviousEvaluation } from './evaluations/find-previous.ts'
export { readStandings, type EvaluationStanding } from './evaluations/list-standings.ts'
export {
  listModelsCalled,
  listReferrers,
  listThings,
  type NamedThing,
  type ReferencePattern,
} from './documents/list-referrers.ts'
export { decodeNumberCursor, encodeCursor } from './cursor.ts'
export { deleteWorkKeys } from './work/delete-work-keys.ts'
export { releaseWork, takeWork, type HeldWork, type WorkClaim } from './work/evaluation-work.ts'
export { listAllSchedules } from './work/list-schedules.ts'
export { listStoredTables, type StoredTable } from './backup/list-stored-tables.ts'
export { readControlSnapshot, type ControlSnapshot, type RunPoint } from './backup/read-control-snapshot.ts'
export {
  clearMigrationNotes,
  countControlRows,
  hasControlTables,
  loadControlRows,
} from './backup/load-control-rows.ts'
export {
  deleteExpiredKeys,
  deleteExpiredSessions,
  deleteOldIdempotencyKeys,
} from './retention/delete-expired.ts'
export {
  listDueRemovals,
  listOverdueEvaluations,
  markRowsRemoved,
  noteRowsGone,
  type OverdueEvaluation,
} from './retention/overdue-evaluations.ts'

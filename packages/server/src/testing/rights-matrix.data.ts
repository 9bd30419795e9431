/**
 * Who may do what, written down by hand from what the roles are for, and not derived from the contract or from
 * `rightsOfRole`: the tests of rights compare the two. A new endpoint is added here by whoever decides who may call it.
 */
export const endpointsByNeed = {
  everybody: 'getSetup createOwner readInvitation acceptInvitation',
  'signed in': `getMe listApiKeys createApiKey revokeApiKey listSessions endSession listStandings listProjects`,
  'see the organisation': 'listPeople',
  'shape the organisation': 'createProject',
  'administer the organisation': `changePerson createServiceAccount listInvitations createInvitation revokeInvitation
    listAudit exportAudit verifyAudit createBackup getBackup`,
  'see the project': `getProject listMembers listSecrets listDocuments getDocument listDocumentVersions
    compareDocumentVersions getLineage listTestSets getTestSet listCases countCases getCase listCaseHistory
    listTestSetVersions exportCases listEvaluations getEvaluation listResults getResult exportResults compareEvaluations
    readRows watchProject listReviews getReview listRequirementStandings listComments listProposals listQueues getQueue
    listLabels listFindings getFinding listFailureNotes listCategories`,
  'review in the project': `addCases tryCheck hideResult decideReview addComment changeComment proposeCase nextQueueRow
    labelQueueRow createFinding changeFinding writeFailureNote sortFailureNotes setCategory mergeCategories`,
  'edit the project': `createDocument changeDocument restoreDocument createTestSet changeTestSet changeCase changeCases
    restoreTestSet importCases changeEvaluation changeReview decideProposal createQueue importFindings`,
  'spend in the project':
    'startEvaluation controlEvaluation openRun appendRows closeRun openReview evaluateReview',
  'administer the project': `changeProject setMember removeMember inviteToProject setSecret removeSecret listProjectAudit`,
} as const

export type Need = keyof typeof endpointsByNeed

/** Roles in the columns: owner, maintainer, reviewer, viewer, none. `+` may, `-` may not. */
export const needsByRole: Readonly<Record<Exclude<Need, 'everybody' | 'signed in'>, string>> = {
  'see the organisation': '+++++',
  'shape the organisation': '++---',
  'administer the organisation': '+----',
  'see the project': '++++-',
  'review in the project': '+++--',
  'edit the project': '++---',
  'spend in the project': '++---',
  'administer the project': '+----',
}

/** The right a key must have been given for it. */
export const keyRightOf: Readonly<Record<Exclude<Need, 'everybody' | 'signed in'>, string>> = {
  'see the organisation': 'read',
  'shape the organisation': 'edit',
  'administer the organisation': 'administer',
  'see the project': 'read',
  'review in the project': 'review',
  'edit the project': 'edit',
  'spend in the project': 'run',
  'administer the project': 'administer',
}

import type { Handlers } from '../hub.ts'
import { apiKeyHandlers } from './api-key-handlers.ts'
import { auditHandlers } from './audit-handlers.ts'
import { backupHandlers } from './backup-handlers.ts'
import { caseFileHandlers } from './case-file-handlers.ts'
import { caseHandlers } from './case-handlers.ts'
import { checkTrialHandlers } from './check-trial-handlers.ts'
import { commentHandlers } from './comment-handlers.ts'
import { comparisonHandlers } from './comparison-handlers.ts'
import { documentHandlers } from './document-handlers.ts'
import { evaluationHandlers } from './evaluation-handlers.ts'
import { eventHandlers } from './event-handlers.ts'
import { failureNoteHandlers } from './failure-note-handlers.ts'
import { findingHandlers } from './finding-handlers.ts'
import { invitationHandlers } from './invitation-handlers.ts'
import { labelHandlers } from './label-handlers.ts'
import { lineageHandlers } from './lineage-handlers.ts'
import { peopleHandlers } from './people-handlers.ts'
import { projectHandlers } from './project-handlers.ts'
import { proposalHandlers } from './proposal-handlers.ts'
import { queueHandlers } from './queue-handlers.ts'
import { requirementHandlers } from './requirement-handlers.ts'
import { resultHandlers } from './result-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import { secretHandlers } from './secret-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { setupHandlers } from './setup-handlers.ts'
import { standingHandlers } from './standing-handlers.ts'
import { testSetHandlers } from './test-set-handlers.ts'

/** Every endpoint of the contract has its handler: a missing one does not compile. */
export const allHandlers: Handlers = {
  ...apiKeyHandlers,
  ...auditHandlers,
  ...backupHandlers,
  ...caseFileHandlers,
  ...caseHandlers,
  ...checkTrialHandlers,
  ...commentHandlers,
  ...comparisonHandlers,
  ...documentHandlers,
  ...evaluationHandlers,
  ...eventHandlers,
  ...failureNoteHandlers,
  ...findingHandlers,
  ...invitationHandlers,
  ...labelHandlers,
  ...lineageHandlers,
  ...peopleHandlers,
  ...projectHandlers,
  ...proposalHandlers,
  ...queueHandlers,
  ...requirementHandlers,
  ...resultHandlers,
  ...reviewHandlers,
  ...runHandlers,
  ...secretHandlers,
  ...sessionHandlers,
  ...setupHandlers,
  ...standingHandlers,
  ...testSetHandlers,
}

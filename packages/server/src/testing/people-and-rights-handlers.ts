import { apiKeyHandlers } from '../handlers/api-key-handlers.ts'
import { auditHandlers } from '../handlers/audit-handlers.ts'
import { invitationHandlers } from '../handlers/invitation-handlers.ts'
import { peopleHandlers } from '../handlers/people-handlers.ts'
import { projectHandlers } from '../handlers/project-handlers.ts'
import { secretHandlers } from '../handlers/secret-handlers.ts'
import { sessionHandlers } from '../handlers/session-handlers.ts'
import { setupHandlers } from '../handlers/setup-handlers.ts'

/** People, rights and the projects they are rights in: what a test of any area needs to have somebody who asks. */
export const peopleAndRightsHandlers = {
  ...apiKeyHandlers,
  ...auditHandlers,
  ...invitationHandlers,
  ...peopleHandlers,
  ...projectHandlers,
  ...secretHandlers,
  ...sessionHandlers,
  ...setupHandlers,
}

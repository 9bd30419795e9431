import type { Invitation } from '@assay/contracts/hub'
import {
  listOpenInvitations,
  markInvitationAccepted,
  readMember,
  readPerson,
  updatePerson,
  writeMembership,
  type ControlDatabase,
} from '@assay/storage/postgres'
import { mayGive, rightsOf, strongerRole } from '../http/authorize.ts'

interface Invited {
  readonly personId: string
  readonly email: string
  /** ISO 8601 */
  readonly at: string
}

/**
 * Gives the person everything they were invited to by this address: each link went to the same one. An invitation whose
 * sender could no longer send it gives nothing. A role that is held already is never lowered.
 */
export async function acceptInvitations(
  control: ControlDatabase,
  { personId, email, at }: Invited,
): Promise<readonly Invitation[]> {
  const accepted: Invitation[] = []
  for (const invitation of await listOpenInvitations(control, email, at))
    if (
      (await isStillMeant(control, invitation)) &&
      (await markInvitationAccepted(control, invitation.id, at))
    ) {
      await giveRoles(control, personId, invitation)
      accepted.push(invitation)
    }
  return accepted
}

/** Whether its sender may still give what it gives. */
export async function isStillMeant(control: ControlDatabase, invitation: Invitation): Promise<boolean> {
  const { role, project } = invitation
  const sender = await readPerson(control, invitation.invitedBy.id)
  if (sender === null || sender.disabled) return false
  const inOrganisation = rightsOf(sender.role)
  if (role !== null && !mayGive(inOrganisation, role)) return false
  if (project === null) return inOrganisation.has('administer')
  const member = await readMember(control, project.id, sender.id)
  const inProject = new Set([...inOrganisation, ...rightsOf(member?.projectRole ?? null)])
  return mayGive(inProject, project.role)
}

async function giveRoles(
  control: ControlDatabase,
  personId: string,
  { role, project }: Invitation,
): Promise<void> {
  const person = await readPerson(control, personId)
  const organisationRole = strongerRole(person?.role ?? null, role)
  await updatePerson(control, personId, { role: organisationRole })
  if (project === null) return
  const member = await readMember(control, project.id, personId)
  const projectRole = strongerRole(member?.projectRole ?? null, project.role)
  if (projectRole !== null)
    await writeMembership(control, { projectId: project.id, personId, role: projectRole })
}

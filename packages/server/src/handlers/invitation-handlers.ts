import type { Invitation, Person, Role } from '@assay/contracts/hub'
import { createError, fail, must, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  findOpenInvitation,
  findPersonByEmail,
  insertInvitation,
  insertPerson,
  listInvitations,
  lockUntilCommit,
  readInvitation,
  readPerson,
  readProject,
  revokeInvitation,
  updatePerson,
} from '@assay/storage/postgres'
import { actorOf, type HandlerContext, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { mayGive, moreThanHeld, organisationRights, rightsOf } from '../http/authorize.ts'
import { hubOrigin } from '../http/hub-origin.ts'
import { acceptInvitations, isStillMeant } from '../identity/accept-invitations.ts'
import { createSecretToken, hashSecretToken } from '../identity/secret-token.ts'
import { sendMail } from '../identity/send-mail.ts'
import { callerOf } from './caller-of.ts'

type InvitationEndpoint =
  | 'listInvitations'
  | 'createInvitation'
  | 'inviteToProject'
  | 'revokeInvitation'
  | 'readInvitation'
  | 'acceptInvitation'

const keptDays = 7

export const invitationHandlers: Handlers<InvitationEndpoint> = {
  listInvitations: ({ query }, { control }) => listInvitations(control, query),
  async createInvitation({ body }, context) {
    const { control } = context
    const held = organisationRights(callerOf(context))
    const roles = [body.role, body.project?.role ?? null].filter((role) => role !== null)
    if (!roles.every((role) => mayGive(held, role))) return moreThanHeld()
    if (body.project !== null && (await readProject(control, body.project.id)) === null)
      return notThere(body.project.id)
    // Somebody who is here already sets a new password by it: the way back for whoever lost theirs.
    const person = await findPersonByEmail(control, body.email)
    if (person?.disabled === true)
      return fail(
        createError('ASSAY-9009', { message: `${person.name} is disabled`, fix: 'enable them first' }),
      )
    return invite(context, body)
  },
  async inviteToProject({ params, body }, context) {
    const { control, rights } = context
    if (!mayGive(rights, body.role)) return moreThanHeld()
    const person = await findPersonByEmail(control, body.email)
    if (person !== null)
      return fail(
        createError('ASSAY-9009', {
          message: `${person.name} is here already`,
          fix: 'give them a role in the project under Members',
          where: 'email',
        }),
      )
    return invite(context, {
      email: body.email,
      role: null,
      project: { id: params.projectId, role: body.role },
    })
  },
  async revokeInvitation({ params }, context) {
    const { control, at } = context
    const before = await readInvitation(control, params.invitationId)
    if (before === null) return notThere(params.invitationId)
    if (!(await revokeInvitation(control, before.id, at)))
      return fail(createError('ASSAY-9015', { message: 'The invitation was accepted already' }))
    context.audit({ kind: 'invitation', id: before.id, name: before.email })
    return ok(undefined)
  },
  async readInvitation({ body }, context) {
    const found = await findMeant(context, body.token)
    if (!found.ok) return found
    const { email, invitedBy, project, role } = found.value
    return ok({
      email,
      invitedBy: invitedBy.name,
      project: project?.name ?? null,
      role: project?.role ?? role,
    })
  },
  async acceptInvitation({ body }, context) {
    const { control, at } = context
    await lockUntilCommit(control, 'rights')
    const invitation = await findMeant(context, body.token)
    if (!invitation.ok) return invitation
    const { email } = invitation.value
    const existing = await findPersonByEmail(control, email)
    const person = await (existing === null
      ? makePerson(context, { ...body, email })
      : resetPerson(context, existing, { password: body.password, invitation: invitation.value }))
    if (!person.ok) return person
    const accepted = await acceptInvitations(control, { personId: person.value.id, email, at })
    const { id, name } = person.value
    context.audit({
      kind: 'person',
      id,
      name,
      by: { id, name },
      after: {
        madeNew: existing === null,
        invitations: accepted.map(({ role, project, invitedBy }) => ({ role, project, invitedBy })),
      },
    })
    return ok({ id })
  },
}

interface Invited {
  readonly email: string
  readonly role: Role | null
  readonly project: { readonly id: string; readonly role: Role } | null
}

async function invite(
  context: HandlerContext,
  invited: Invited,
): Promise<Result<{ invitation: Invitation; link: string }>> {
  const { hub, control, at } = context
  const id = createId(hub.clock, hub.random)
  const token = createSecretToken()
  const expiresAt = new Date(Date.parse(at) + keptDays * 24 * 3_600_000).toISOString()
  const invitedBy = actorOf(context)
  await insertInvitation(control, {
    ...invited,
    id,
    tokenHash: hashSecretToken(token),
    invitedBy: invitedBy.id,
    at,
    expiresAt,
  })
  const invitation = must(await readInvitation(control, id), 'the invitation just written')
  const link = `${hubOrigin(hub.settings)}/invitation?token=${token}`
  context.audit({ kind: 'invitation', id, name: invited.email, after: invited })
  context.afterCommit(() => mailInvitation(context, invitation, link))
  return ok({ invitation, link })
}

/** Whoever invited has the link in hand: a mail that does not go out is said in the log and holds nothing up. */
function mailInvitation(
  { hub }: HandlerContext,
  { email, invitedBy, project }: Invitation,
  link: string,
): void {
  const { settings } = hub
  if (settings.smtpUrl === null) return
  const what = project === null ? 'Assay' : `the project ${project.name} in Assay`
  const text = `${invitedBy.name} invites you to ${what}.\n\nAccept within ${keptDays} days:\n${link}\n`
  const mail = { to: email, subject: `${invitedBy.name} invites you to Assay`, text }
  sendMail({ ...settings, smtpUrl: settings.smtpUrl }, mail).catch((error: unknown) => {
    process.stderr.write(
      `The invitation's mail could not be sent: ${error instanceof Error ? error.message : ''}\n`,
    )
  })
}

/** Fails with ASSAY-9015 where the link opens nothing any more. */
async function findMeant({ control, at }: HandlerContext, token: string): Promise<Result<Invitation>> {
  const invitation = await findOpenInvitation(control, hashSecretToken(token), at)
  return invitation !== null && (await isStillMeant(control, invitation))
    ? ok(invitation)
    : fail(createError('ASSAY-9015', { fix: 'ask whoever invited you for a new one' }))
}

type Made = Result<{ readonly id: string; readonly name: string }>

async function makePerson(
  { hub, control, at }: HandlerContext,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Made> {
  const { name, email } = person
  const id = await hub.identity.createPerson(control, person)
  if (!id.ok) return id
  await insertPerson(control, { id: id.value, name, email, kind: 'person', role: null, at })
  return ok({ id: id.value, name })
}

/** Only whoever owns the organisation may let somebody back in: an owner of a project must not take an account over by it. */
async function resetPerson(
  { hub, control }: HandlerContext,
  person: Person,
  { password, invitation }: { readonly password: string; readonly invitation: Invitation },
): Promise<Made> {
  const { id, name, email } = person
  const sender = await readPerson(control, invitation.invitedBy.id)
  if (person.disabled || !rightsOf(sender?.role ?? null).has('administer'))
    return fail(createError('ASSAY-9015', { fix: 'sign in: there is a person with this address already' }))
  const reset = await hub.identity.resetPerson(control, { id, name, email: email ?? '', password })
  if (!reset.ok) return reset
  await updatePerson(control, id, { twoFactor: false })
  return ok({ id, name })
}

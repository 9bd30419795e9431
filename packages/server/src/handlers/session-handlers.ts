import { createError, fail, ok, type Result } from '@assay/core'
import { listOwnProjects, type ControlDatabase } from '@assay/storage/postgres'
import type { Caller, HandlerContext, Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { organisationRights, strongerRole } from '../http/authorize.ts'
import { callerOf } from './caller-of.ts'

export const sessionHandlers: Handlers<'getMe' | 'listSessions' | 'endSession'> = {
  async getMe(_request, context) {
    const caller = callerOf(context)
    const { person, key } = caller
    return ok({
      ...person,
      projects: await projectsOfMe(context.control, caller),
      rights: [...organisationRights(caller)],
      key: key === null ? null : { id: key.id, name: key.name },
    })
  },
  async listSessions(_request, context) {
    const caller = ownSessionOf(context)
    if (!caller.ok) return caller
    const sessions = await context.hub.identity.listSessions(context.control, caller.value.person.id)
    const items = sessions.map((session) => ({ ...session, isThis: session.id === caller.value.sessionId }))
    return ok({ items })
  },
  async endSession({ params }, context) {
    const caller = ownSessionOf(context)
    if (!caller.ok) return caller
    const { person } = caller.value
    const { hub, control } = context
    if (!(await hub.identity.endSession(control, person.id, params.sessionId)))
      return notThere(params.sessionId)
    context.audit({ kind: 'session', id: params.sessionId })
    return ok(undefined)
  },
}

async function projectsOfMe(control: ControlDatabase, { person, key }: Caller) {
  const projects = await listOwnProjects(control, person.id)
  return projects.flatMap(({ id, name, role: ownRole }) => {
    const role = strongerRole(person.role, ownRole)
    const isWithinKey = key === null || key.projectId === null || key.projectId === id
    return role === null || !isWithinKey ? [] : [{ id, name, role }]
  })
}

/** Sessions are a person's own business: a key says nothing of them, or a stolen one could end them. */
function ownSessionOf(context: HandlerContext): Result<Caller> {
  const caller = callerOf(context)
  return caller.by === 'session'
    ? ok(caller)
    : fail(createError('ASSAY-9002', { where: 'sessions', fix: 'sign in to see and end your sessions' }))
}

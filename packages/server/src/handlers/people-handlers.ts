import type { Member } from '@assay/contracts/hub'
import { createError, fail, must, ok } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  deleteMembership,
  insertPerson,
  listMembers,
  listPeople,
  lockUntilCommit,
  readMember,
  readPerson,
  readProject,
  updatePerson,
  writeMembership,
  type RolesOfPerson,
} from '@assay/storage/postgres'
import type { Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'
import { mayGive, moreThanHeld, organisationRights, strongerRole } from '../http/authorize.ts'
import { keepOrganisationOwner, keepProjectOwner } from '../identity/keep-owners.ts'
import { callerOf } from './caller-of.ts'

type PeopleEndpoint =
  | 'listPeople'
  | 'changePerson'
  | 'createServiceAccount'
  | 'listMembers'
  | 'setMember'
  | 'removeMember'

export const peopleHandlers: Handlers<PeopleEndpoint> = {
  listPeople: ({ query }, { control }) => listPeople(control, query),
  async changePerson({ params, body }, context) {
    const { hub, control } = context
    await lockUntilCommit(control, 'rights')
    const before = await readPerson(control, params.personId)
    if (before === null) return notThere(params.personId)
    if (
      body.role !== undefined &&
      body.role !== null &&
      !mayGive(organisationRights(callerOf(context)), body.role)
    )
      return moreThanHeld()
    const staysOwner =
      (body.role ?? (body.role === null ? null : before.role)) === 'owner' && body.disabled !== true
    if (before.role === 'owner' && !before.disabled && !staysOwner) {
      const kept = await keepOrganisationOwner(control, before.id)
      if (!kept.ok) return kept
    }
    await updatePerson(control, before.id, body)
    if (body.disabled === true) await hub.identity.endAllSessions(control, before.id)
    const after = must(await readPerson(control, before.id), 'the person just changed')
    const told = ({ role, disabled }: typeof after) => ({ role, disabled })
    context.audit({
      kind: 'person',
      id: before.id,
      name: before.name,
      before: told(before),
      after: told(after),
    })
    return ok(after)
  },
  async createServiceAccount({ body }, context) {
    const { hub, control, at } = context
    if (body.role !== null && !mayGive(organisationRights(callerOf(context)), body.role))
      return moreThanHeld()
    const id = createId(hub.clock, hub.random)
    await insertPerson(control, { id, name: body.name, email: null, kind: 'service', role: body.role, at })
    context.audit({ kind: 'person', id, name: body.name, after: { kind: 'service', role: body.role } })
    return ok(must(await readPerson(control, id), 'the account just made'))
  },
  async listMembers({ params }, { control }) {
    const members = await listMembers(control, params.projectId)
    return ok({ items: members.map(toMember).filter((member) => member !== null) })
  },
  async setMember({ params, body }, context) {
    const { control } = context
    const { projectId, personId } = params
    await lockUntilCommit(control, 'rights')
    const project = await readProject(control, projectId)
    const before = await readMember(control, projectId, personId)
    if (project === null || before === null) return notThere(project === null ? projectId : personId)
    if (before.person.disabled)
      return fail(
        createError('ASSAY-9009', { message: `${before.person.name} is disabled`, where: personId }),
      )
    if (!mayGive(context.rights, body.role)) return moreThanHeld()
    if (before.projectRole === 'owner' && body.role !== 'owner') {
      const kept = await keepProjectOwner(control, project, personId)
      if (!kept.ok) return kept
    }
    await writeMembership(control, { projectId, personId, role: body.role })
    const after = must(await readMember(control, projectId, personId), 'the member just written')
    const told = ({ projectRole }: RolesOfPerson) => ({ role: projectRole })
    context.audit({
      kind: 'person',
      id: personId,
      name: before.person.name,
      before: told(before),
      after: told(after),
    })
    return ok(must(toMember(after), 'the role just given'))
  },
  async removeMember({ params }, context) {
    const { control } = context
    const { projectId, personId } = params
    await lockUntilCommit(control, 'rights')
    const project = await readProject(control, projectId)
    const before = await readMember(control, projectId, personId)
    if (project === null || before === null || before.projectRole === null) return notThere(personId)
    if (before.projectRole === 'owner') {
      const kept = await keepProjectOwner(control, project, personId)
      if (!kept.ok) return kept
    }
    await deleteMembership(control, projectId, personId)
    const { name } = before.person
    context.audit({
      kind: 'person',
      id: personId,
      name,
      before: { role: before.projectRole },
      after: { role: null },
    })
    return ok(undefined)
  },
}

/** `null`: neither role is one. */
function toMember({ person, organisationRole, projectRole }: RolesOfPerson): Member | null {
  const role = strongerRole(projectRole, organisationRole)
  return role === null ? null : { person, role, from: role === projectRole ? 'project' : 'organisation' }
}

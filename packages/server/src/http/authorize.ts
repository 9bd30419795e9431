import { rightsOfRole, type Access, type Right, type Role } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { Caller } from '../hub.ts'

/** What decides whether a call is allowed: read once per request. */
export interface Standing {
  readonly caller: Caller | null
  /** Of the path; `null`: it has none. */
  readonly projectId: string | null
  /** `role`: by membership. `null`: there is no such project. */
  readonly project: { readonly role: Role | null } | null
}

/**
 * The one place where a right is decided. A project somebody may not read does not exist for them (ASSAY-9003); a right
 * missing in one they may read is ASSAY-9002. A key never holds more than its owner.
 */
export function authorize(access: Access, standing: Standing): Result<void> {
  if (access === 'public') return ok(undefined)
  const { caller } = standing
  if (caller === null) return fail(createError('ASSAY-9001'))
  if (access === 'signed-in') return ok(undefined)
  const [scope, right] = splitAccess(access)
  const held = scope === 'organisation' ? organisationRights(caller) : projectRights(caller, standing)
  if (held.has(right)) return ok(undefined)
  return scope === 'project' && !held.has('read')
    ? fail(createError('ASSAY-9003', { where: `project ${standing.projectId}` }))
    : fail(createError('ASSAY-9002', { where: `${right}, in the ${scope}` }))
}

/** What somebody may do in the organisation: everybody who signed in may read who else is there. */
export function organisationRights(caller: Caller): ReadonlySet<Right> {
  if (caller.key !== null && caller.key.projectId !== null) return new Set()
  const role = caller.person.role
  return withinKey(caller, role === null ? ['read'] : rightsOfRole[role])
}

export function projectRights(caller: Caller, { project, projectId }: Standing): ReadonlySet<Right> {
  if (project === null) return new Set()
  if (caller.key !== null && caller.key.projectId !== null && caller.key.projectId !== projectId)
    return new Set()
  const roles = [caller.person.role, project.role].filter((role) => role !== null)
  return withinKey(
    caller,
    roles.flatMap((role) => rightsOfRole[role]),
  )
}

/** What a role holds; `null`: nothing. */
export const rightsOf = (role: Role | null): ReadonlySet<Right> =>
  new Set(role === null ? [] : rightsOfRole[role])

/** Whether somebody who holds these rights may give the role: whoever administers, and nothing they do not hold. */
export const mayGive = (held: ReadonlySet<Right>, role: Role): boolean =>
  held.has('administer') && rightsOfRole[role].every((right) => held.has(right))

export const moreThanHeld = (): Result<never> =>
  fail(
    createError('ASSAY-9002', {
      message: 'Nobody may give a role that holds more than they hold themselves',
    }),
  )

/** The role with more rights; `null`: neither is one. */
export function strongerRole(one: Role | null, other: Role | null): Role | null {
  if (one === null || other === null) return one ?? other
  return rightsOfRole[one].length >= rightsOfRole[other].length ? one : other
}

const withinKey = ({ key }: Caller, rights: readonly Right[]): ReadonlySet<Right> =>
  new Set(key === null ? rights : rights.filter((right) => key.rights.includes(right)))

function splitAccess(access: `organisation:${Right}` | `project:${Right}`): [string, Right] {
  const [scope = '', right = 'administer'] = access.split(':')
  return [scope, right as Right]
}

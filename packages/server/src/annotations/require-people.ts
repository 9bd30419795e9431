import { rightsOfRole } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { readMember, type ControlDatabase } from '@assay/storage/postgres'

export interface RequiredPeople {
  readonly projectId: string
  readonly ids: readonly string[]
  /** Field of the request. */
  readonly where: string
  /** What they must be able to do. */
  readonly right: 'read' | 'review'
}

/** The ids, each once. Fails with ASSAY-9006 where somebody has not the right in the project, or is disabled. */
export async function requirePeople(
  control: ControlDatabase,
  { projectId, ids, where, right }: RequiredPeople,
): Promise<Result<readonly string[]>> {
  const unique = [...new Set(ids)]
  for (const id of unique) {
    const member = await readMember(control, projectId, id)
    const roles = [member?.projectRole, member?.organisationRole].filter(
      (role) => role !== null && role !== undefined,
    )
    const may = roles.some((role) => rightsOfRole[role].includes(right))
    if (member === null || member.person.disabled || !may)
      return fail(
        createError('ASSAY-9006', {
          where,
          message: `${member?.person.name ?? id} may not ${right === 'read' ? 'see' : 'review'} this project`,
          fix: 'name members of the project; an owner invites others',
        }),
      )
  }
  return ok(unique)
}

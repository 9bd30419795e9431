import type { Right, Role } from '@assay/contracts/hub'
import { endpointsByNeed, keyRightOf, needsByRole, type Need } from './rights-matrix.data.ts'

export type Outcome = 'allowed' | 'ASSAY-9001' | 'ASSAY-9002' | 'ASSAY-9003'

export interface Asker {
  readonly organisationRole: Role | null
  /** Of the asker in the project of the path. */
  readonly projectRole: Role | null
  readonly by: 'session' | 'key'
  /** `null`: a session. */
  readonly keyRights: readonly Right[] | null
  /** Whether the key is for one project, and for which. */
  readonly keyProject: 'none' | 'this' | 'another'
}

/** What each endpoint needs, by its id. */
export const needOf: ReadonlyMap<string, Need> = new Map(
  Object.entries(endpointsByNeed).flatMap(([need, ids]) => ids.split(/\s+/).map((id) => [id, need as Need])),
)

/** By the table alone; `null`: nobody is signed in. */
export function expectedAccess(need: Need, asker: Asker | null): Outcome {
  if (need === 'everybody') return 'allowed'
  if (asker === null) return 'ASSAY-9001'
  if (need === 'signed in') return 'allowed'
  if (need.endsWith('organisation')) return may(need, asker) ? 'allowed' : 'ASSAY-9002'
  if (may(need, asker)) return 'allowed'
  return may('see the project', asker) ? 'ASSAY-9002' : 'ASSAY-9003'
}

function may(need: Exclude<Need, 'everybody' | 'signed in'>, asker: Asker): boolean {
  const isOfOrganisation = need.endsWith('organisation')
  if (asker.keyProject === 'another' || (isOfOrganisation && asker.keyProject !== 'none')) return false
  if (asker.keyRights !== null && !asker.keyRights.some((right) => right === keyRightOf[need])) return false
  const roles = isOfOrganisation ? [asker.organisationRole] : [asker.organisationRole, asker.projectRole]
  return roles.some((role) => needsByRole[need].charAt(columns.indexOf(role)) === '+')
}

const columns: readonly (Role | null)[] = ['owner', 'maintainer', 'reviewer', 'viewer', null]

import { rightsOfRole, type Me, type Right } from '@assay/contracts/hub'
import { useSuspenseQuery } from '@tanstack/react-query'
import { hubQuery } from './hub-query.ts'

/** Who is signed in. Every page but those for guests stands behind it. */
export const useMe = (): Me => useSuspenseQuery(hubQuery('getMe')).data

/** Whether the right is held in the whole organisation. */
export const useOrganisationRight = (right: Right): boolean => {
  const { role } = useMe()
  return role !== null && rightsOfRole[role].includes(right)
}

/** Whether the right is held in a project: what may not be done is not offered. */
export const useProjectRight = (projectId: string, right: Right): boolean => {
  const me = useMe()
  const roles = [me.role, me.projects.find(({ id }) => id === projectId)?.role]
  return roles.some((role) => role !== null && role !== undefined && rightsOfRole[role].includes(right))
}

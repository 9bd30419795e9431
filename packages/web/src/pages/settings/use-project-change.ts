import { useQueryClient } from '@tanstack/react-query'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange, type HubChange } from '../../api/use-hub-change.ts'

/** A change of a project that does not go over somebody else's. */
export function useProjectChange(projectId: string, onDone: () => void): HubChange<'changeProject'> {
  const client = useQueryClient()
  return useHubChange('changeProject', {
    readRevision: async () =>
      (await client.fetchQuery({ ...hubQuery('getProject', { projectId }), staleTime: 0 })).revision,
    refreshes: ['getProject', 'listProjects', 'listStandings', 'getMe'],
    onDone,
  })
}

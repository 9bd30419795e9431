import { useQueryClient } from '@tanstack/react-query'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange, type HubChange } from '../../api/use-hub-change.ts'

/** A change of a project that does not go over somebody else's. */
export function useProjectChange(
  projectId: string,
  { onDone, onTheirs }: { readonly onDone: () => void; readonly onTheirs: () => void },
): HubChange<'changeProject'> {
  const client = useQueryClient()
  const query = hubQuery('getProject', { projectId })
  return useHubChange('changeProject', {
    readRevision: async () => (await client.fetchQuery({ ...query, staleTime: 0 })).revision,
    refreshes: ['getProject', 'listProjects', 'listStandings', 'getMe'],
    onDone: (project) => {
      client.setQueryData(query.queryKey, project)
      onDone()
    },
    onTheirs,
  })
}

import { useQueryClient } from '@tanstack/react-query'
import type { HubAnswer } from '../../api/hub-types.ts'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange, type HubChange } from '../../api/use-hub-change.ts'
import type { CasePlace } from './case-place.ts'
import { caseReadings } from './case-readings.ts'

interface CaseChangeOptions {
  readonly onDone: (after: HubAnswer<'changeCase'>) => void
  readonly onTheirs: () => void
}

/** A change of a case that does not go over somebody else's. */
export function useCaseChange(
  place: CasePlace,
  { onDone, onTheirs }: CaseChangeOptions,
): HubChange<'changeCase'> {
  const client = useQueryClient()
  const query = hubQuery('getCase', { ...place, query: { version: undefined } })
  return useHubChange('changeCase', {
    readRevision: async () => (await client.fetchQuery({ ...query, staleTime: 0 })).revision,
    refreshes: caseReadings,
    onDone: (after) => {
      client.setQueryData(query.queryKey, after)
      onDone(after)
    },
    onTheirs,
  })
}

import type { HubDocument } from '@assay/contracts/hub'
import { useQueryClient } from '@tanstack/react-query'
import { hubQuery } from '../../api/hub-query.ts'
import { useHubChange, type HubChange } from '../../api/use-hub-change.ts'

export const documentReadings = [
  'getDocument',
  'listDocuments',
  'listDocumentVersions',
  'getLineage',
] as const

interface DocumentChangeOptions {
  readonly onDone: (after: HubDocument) => void
  readonly onTheirs: () => void
}

interface DocumentPlace {
  readonly projectId: string
  readonly documentId: string
}

/** A change or a way back that does not go over somebody else's. */
export function useDocumentChange<K extends 'changeDocument' | 'restoreDocument'>(
  id: K,
  place: DocumentPlace,
  { onDone, onTheirs }: DocumentChangeOptions,
): HubChange<K> {
  const client = useQueryClient()
  const query = hubQuery('getDocument', place)
  return useHubChange(id, {
    readRevision: async () => (await client.fetchQuery({ ...query, staleTime: 0 })).revision,
    refreshes: documentReadings,
    onDone: (after) => {
      client.setQueryData(query.queryKey, after)
      onDone(after)
    },
    onTheirs,
  })
}

import type { EndpointId } from '@assay/contracts/hub'
import type { QueryClient } from '@tanstack/react-query'

/** Reads the named endpoints again where they are shown; others when they are shown next. */
export async function refresh(client: QueryClient, ids: readonly EndpointId[]): Promise<void> {
  const wanted = new Set<unknown>(ids)
  await client.invalidateQueries({ predicate: ({ queryKey }) => wanted.has(queryKey[0]) })
}

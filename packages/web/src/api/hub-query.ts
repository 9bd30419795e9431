import type { EndpointId } from '@assay/contracts/hub'
import { queryOptions } from '@tanstack/react-query'
import { callHub } from './call-hub.ts'
import type { HubArguments, HubInput } from './hub-types.ts'

/** One reading of an endpoint, for `useQuery` and for loaders; its key is `[id, input]`. */
export const hubQuery = <K extends EndpointId>(id: K, ...[input]: HubArguments<K>) =>
  queryOptions({
    queryKey: [id, input ?? {}] as const,
    queryFn: ({ signal }) => callHub(id, (input ?? {}) as HubInput<K>, { signal }),
  })

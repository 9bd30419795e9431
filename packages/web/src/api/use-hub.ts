import type { EndpointId } from '@assay/contracts/hub'
import { useQuery } from '@tanstack/react-query'
import { hubQuery } from './hub-query.ts'
import type { HubArguments } from './hub-types.ts'
import { isSameThing } from './is-same-thing.ts'

/**
 * Reads an endpoint. What was shown of the same thing stays while another query is read (`isPlaceholderData`), so
 * nothing jumps.
 */
export const useHub = <K extends EndpointId>(id: K, ...args: HubArguments<K>) => {
  const options = hubQuery(id, ...args)
  return useQuery({
    ...options,
    placeholderData: (data, before) =>
      isSameThing(before?.queryKey[1], options.queryKey[1]) ? data : undefined,
  })
}

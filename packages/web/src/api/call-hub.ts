import type { EndpointId } from '@assay/contracts/hub'
import type { CallOptions } from '@assay/sdk'
import { hub } from './hub.ts'
import type { HubAnswer, HubInput } from './hub-types.ts'

/** Calls an endpoint by its id. */
export function callHub<K extends EndpointId>(
  id: K,
  input: HubInput<K>,
  options: CallOptions = {},
): Promise<HubAnswer<K>> {
  // A union of functions cannot be called with a union of inputs; `K` ties them together.
  const call = hub[id] as (input: HubInput<K>, options: CallOptions) => Promise<HubAnswer<K>>
  return call(input, options)
}

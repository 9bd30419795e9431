import type { EndpointId } from '@assay/contracts/hub'
import type { HubClient } from '@assay/sdk'

/** What an endpoint takes: path parameters, `query` and `body` in one object. */
export type HubInput<K extends EndpointId> = Parameters<HubClient[K]>[0]

export type HubAnswer<K extends EndpointId> = Awaited<ReturnType<HubClient[K]>>

/** Input may be left out where an endpoint takes none. */
export type HubArguments<K extends EndpointId> =
  undefined extends HubInput<K> ? [input?: HubInput<K>] : [input: HubInput<K>]

/** Endpoints that are read page by page. */
export type PagedId = {
  [K in EndpointId]: HubAnswer<K> extends { items: unknown[]; next: string | null } ? K : never
}[EndpointId]

export type PagedItem<K extends PagedId> = HubAnswer<K> extends { items: (infer Item)[] } ? Item : never

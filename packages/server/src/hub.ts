import type { ClickHouseClient } from '@clickhouse/client'
import type {
  Actor,
  EndpointId,
  EndpointAnswer,
  EndpointRequest,
  HubEvent,
  Person,
  Right,
  endpoints,
} from '@assay/contracts/hub'
import type { Clock, Result } from '@assay/core'
import type { ControlDatabase } from '@assay/storage/postgres'
import type { Identity } from './identity/identity.ts'
import type { HubJobs } from './jobs/hub-jobs.ts'
import type { HubSettings } from './settings.ts'

/** Everything a handler works with. Built in `compose.ts`. */
export interface Hub {
  readonly settings: HubSettings
  readonly control: ControlDatabase
  readonly facts: ClickHouseClient
  readonly identity: Identity
  readonly jobs: HubJobs
  readonly clock: Pick<Clock, 'now'>
  /** Cryptographically strong, [0, 1). */
  readonly random: () => number
  /** Encrypts what is kept secret at rest, AES-256-GCM. */
  readonly seal: { close(text: string): string; open(sealed: string): string }
  readonly events: HubEvents
  close(): Promise<void>
}

/** Tells readers of a project what changed. In this process alone; readers ask again on reconnect. */
export interface HubEvents {
  publish(projectId: string, event: HubEvent): void
  /** Returns what ends the subscription. */
  subscribe(projectId: string, listener: (event: HubEvent) => void): () => void
}

/** Who asks: a person by session or key, or a service account by key. */
export interface Caller {
  readonly person: Person
  readonly by: 'session' | 'key'
  readonly key: {
    readonly id: string
    readonly name: string
    readonly projectId: string | null
    readonly rights: readonly Right[]
  } | null
  readonly sessionId: string | null
}

/** What an audit entry says beside who, when and from where. */
export interface AuditNote {
  readonly kind: string
  readonly id: string
  readonly name?: string | null
  readonly before?: unknown
  readonly after?: unknown
  /** Who did it, where the endpoint is public: setup, invitations. Default: the caller. */
  readonly by?: Actor
}

export interface HandlerContext {
  readonly hub: Hub
  /** The transaction of a changing request, the database of a reading one. Handlers use this one, never `hub.control`. */
  readonly control: ControlDatabase
  /** `null` only at public endpoints. */
  readonly caller: Caller | null
  /** What the caller may do in the project of the path. */
  readonly rights: ReadonlySet<Right>
  /** From If-Match; there where the endpoint requires it. */
  readonly revision: number | null
  readonly signal: AbortSignal
  readonly address: string | null
  /** ISO 8601, of this request. */
  readonly at: string
  /** Says what the audit log keeps of this change. Without it: the endpoint and its path alone. */
  audit(note: AuditNote): void
  /** Runs once the transaction holds: events, jobs. */
  afterCommit(work: () => void | Promise<void>): void
}

/** Anything but JSON. */
export interface FileAnswer {
  readonly file: {
    readonly name: string
    readonly mediaType: string
    readonly body: AsyncIterable<string | Uint8Array>
  }
}

type Endpoints = typeof endpoints

/** An endpoint that answers with bare text answers with a file: the rows' types do not keep their media type. */
export interface Handler<K extends EndpointId> {
  (
    request: EndpointRequest<Endpoints[K]>,
    context: HandlerContext,
  ): Promise<Result<EndpointAnswer<Endpoints[K]> extends string ? FileAnswer : EndpointAnswer<Endpoints[K]>>>
  /** What takes long and needs no database, done before the transaction begins: PGlite has one for all. */
  prepare?(request: EndpointRequest<Endpoints[K]>): Promise<void>
}

export type Handlers<K extends EndpointId = EndpointId> = { readonly [Id in K]: Handler<Id> }

/** The caller of an endpoint that is not public. */
export function actorOf({ caller }: Pick<HandlerContext, 'caller'>): Actor {
  if (caller === null) throw new Error('A handler of a public endpoint asked who the caller is')
  return { id: caller.person.id, name: caller.person.name }
}

import type { Context } from 'hono'
import type { Endpoint, EndpointId } from '@assay/contracts/hub'
import type { Result } from '@assay/core'
import type { AuditNote, Caller, HandlerContext, Hub } from '../hub.ts'
import type { Standing } from './authorize.ts'

/** What the pipeline needs to know of who asks. */
export interface RequestPorts {
  readonly hub: Hub
  readAddress(http: Context): string | null
  /** Fails with ASSAY-9001 where a key does not count; `null`: neither key nor session. */
  readCaller(request: Request): Promise<Result<Caller | null>>
  /** Fails with ASSAY-9007 where whoever asks does so too often. Counts the request. */
  limit(caller: Caller | null, address: string | null): Result<void>
  readStanding(caller: Caller | null, projectId: string | null): Promise<Standing>
  writeAudit(entry: AuditDraft, context: Pick<HandlerContext, 'control'>): Promise<void>
}

export interface AuditDraft {
  readonly action: string
  readonly at: string
  readonly caller: Caller | null
  readonly projectId: string | null
  readonly address: string | null
  readonly note: AuditNote
}

/** A request that may be answered: who asks is known and allowed, what they ask fits the endpoint. */
export interface Call extends Pick<HandlerContext, 'caller' | 'rights' | 'revision' | 'signal' | 'address'> {
  readonly id: EndpointId
  readonly endpoint: Endpoint
  readonly projectId: string | null
  /** `null`: none was sent, or the request is repeatable by itself. */
  readonly idempotency: { readonly key: string; readonly requestHash: string } | null
  readonly work: (context: HandlerContext) => Promise<Result<unknown>>
}

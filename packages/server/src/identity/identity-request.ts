import type { Hub } from '../hub.ts'
import type { IdentityRoute } from './identity-routes.ts'
import type { Identity } from './identity.ts'

export interface IdentityParts extends Pick<Hub, 'settings' | 'control' | 'clock'> {
  readonly readSession: Identity['readSession']
  /** better-auth itself. */
  readonly answer: (request: Request) => Promise<Response>
}

/** A request as far as the hub reads it itself. */
export interface IdentityRequest {
  readonly route: IdentityRoute
  readonly address: string | null
  /** Its JSON; empty where there is none. */
  readonly body: Readonly<Record<string, unknown>>
  /** Of the session it came with; `null`: none. */
  readonly personId: string | null
}

import type { Result } from '@assay/core'
import type { ControlDatabase } from '@assay/storage/postgres'

/**
 * Who somebody is; what they may do is Assay's own (`people`, `memberships`). What takes a `control` runs in the caller's
 * transaction.
 */
export interface Identity {
  /** Answers everything below `/api/auth`: sign-in, second factor, OIDC, password. */
  handle(request: Request, address: string | null): Promise<Response>
  /** The person of a session cookie; `null`: none, or it ended. */
  readSession(headers: Headers): Promise<{ readonly personId: string; readonly sessionId: string } | null>
  /** Makes somebody who signs in. Fails with ASSAY-9018. Returns the id. The caller has seen that the address is free. */
  createPerson(control: ControlDatabase, person: NewIdentity): Promise<Result<string>>
  /** Another password, no second factor, no session: for whoever lost them. Fails with ASSAY-9018. */
  resetPerson(
    control: ControlDatabase,
    person: Omit<NewIdentity, 'password'> & { readonly id: string; readonly password: string },
  ): Promise<Result<void>>
  listSessions(control: ControlDatabase, personId: string): Promise<readonly StoredSession[]>
  /** Whether there was one. */
  endSession(control: ControlDatabase, personId: string, sessionId: string): Promise<boolean>
  endAllSessions(control: ControlDatabase, personId: string): Promise<void>
  /** OIDC providers, for the sign-in page. */
  readonly signInWith: readonly { readonly id: string; readonly name: string }[]
}

export interface NewIdentity {
  readonly name: string
  readonly email: string
  /** `null`: signs in by OIDC alone. */
  readonly password: string | null
}

export interface StoredSession {
  readonly id: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly address: string | null
  readonly agent: string | null
}

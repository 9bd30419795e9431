import type { Result } from '@assay/core'

/** Who somebody is; what they may do is Assay's own (`people`, `memberships`). */
export interface Identity {
  /** Answers everything below `/api/auth`: sign-in, second factor, OIDC, password. */
  handle(request: Request): Promise<Response>
  /** The person of a session cookie; `null`: none, or it ended. */
  readSession(headers: Headers): Promise<{ readonly personId: string; readonly sessionId: string } | null>
  /** Makes somebody who signs in by password. Fails with ASSAY-9018 or ASSAY-9009. Returns the id. */
  createPerson(person: {
    readonly name: string
    readonly email: string
    readonly password: string
  }): Promise<Result<string>>
  listSessions(personId: string): Promise<readonly StoredSession[]>
  endSession(personId: string, sessionId: string): Promise<boolean>
  endAllSessions(personId: string): Promise<void>
  /** OIDC providers, for the sign-in page. */
  readonly signInWith: readonly { readonly id: string; readonly name: string }[]
}

export interface StoredSession {
  readonly id: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly address: string | null
  readonly agent: string | null
}

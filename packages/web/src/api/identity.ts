import type { Problem } from '@assay/contracts/hub'
import * as t from '../texts/texts.ts'
import { IdentityError } from './identity-error.ts'

/** Endpoints of better-auth, which the hub mounts below `/api/auth`. */
async function askIdentity<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/api/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw toIdentityError(503, { message: error instanceof Error ? error.message : '' })
  })
  const answer: unknown = await response.json().catch(() => ({}))
  if (!response.ok) throw toIdentityError(response.status, answer)
  return answer as Answer
}

function toIdentityError(status: number, answer: unknown): IdentityError {
  const { message = '', code = '' } = (answer ?? {}) as { message?: string; code?: string }
  // The hub's own refusals say all in their message; better-auth's words are put into ours where they are known.
  const known = code.startsWith('ASSAY-') ? message : t.signIn.refusals[code]
  const problem: Problem = {
    type: 'about:blank',
    title: status === 503 ? t.problems.notReached : (known ?? t.signIn.refused),
    status,
    code: codeOf(status, code),
    ...(known === undefined && message !== '' ? { detail: message } : {}),
    requestId: '',
  }
  return new IdentityError(problem, code)
}

function codeOf(status: number, reason: string): string {
  if (reason.startsWith('ASSAY-')) return reason
  if (reason.startsWith('PASSWORD_')) return 'ASSAY-9018'
  if (status === 429) return 'ASSAY-9007'
  if (status === 503) return 'ASSAY-9014'
  return status === 403 ? 'ASSAY-9002' : status < 500 ? 'ASSAY-9001' : 'ASSAY-9021'
}

/** `needsCode`: the password was right, and the code of the second factor is asked for. */
export async function signIn(email: string, password: string): Promise<{ needsCode: boolean }> {
  const answer = await askIdentity<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
  return { needsCode: answer.twoFactorRedirect === true }
}

export const verifyCode = (code: string): Promise<unknown> => askIdentity('/two-factor/verify-totp', { code })

export const verifyBackupCode = (code: string): Promise<unknown> =>
  askIdentity('/two-factor/verify-backup-code', { code })

/** Address of the provider to go to. */
export async function startProviderSignIn(provider: string, callbackURL: string): Promise<string> {
  const { url } = await askIdentity<{ url: string }>('/sign-in/social', { provider, callbackURL })
  return url
}

export const signOut = (): Promise<unknown> => askIdentity('/sign-out', {})

export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  askIdentity('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })

/** Begins enrolment: it counts once a code was verified. */
export const enableTwoFactor = (password: string): Promise<{ totpURI: string; backupCodes: string[] }> =>
  askIdentity('/two-factor/enable', { password })

export const disableTwoFactor = (password: string): Promise<unknown> =>
  askIdentity('/two-factor/disable', { password })

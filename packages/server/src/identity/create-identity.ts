import { hkdfSync } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { ControlEngine } from '../engines/open-control.ts'
import type { Hub } from '../hub.ts'
import { acceptByProvider } from './accept-by-provider.ts'
import { authOptions } from './auth-options.ts'
import { createAccounts } from './create-accounts.ts'
import { handleIdentity } from './handle-identity.ts'
import type { Identity } from './identity.ts'

interface Parts extends Pick<Hub, 'settings' | 'clock' | 'random'> {
  readonly control: ControlEngine
  /** 32 bytes: better-auth's own secret is derived from it, so that cookies survive a restart. */
  readonly sealKey: Buffer
}

/** better-auth on the hub's database; it makes and changes its own tables (`auth_…`). After the hub's own migrations. */
export async function createIdentity({ control: engine, sealKey, ...rest }: Parts): Promise<Identity> {
  const control = engine.database
  const parts = { ...rest, control }
  const secret = Buffer.from(hkdfSync('sha256', sealKey, '', 'assay: better-auth', 32)).toString('base64')
  const options = authOptions({
    ...parts,
    secret,
    onProfile: (profile) => acceptByProvider({ ...parts, accounts }, profile),
  })
  const accounts = createAccounts(options)
  const { runMigrations } = await getMigrations(options)
  await runMigrations()
  await accounts.forgetExpired(control)
  const auth = betterAuth(options)
  await auth.$context
  const readSession: Identity['readSession'] = async (headers) => {
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } })
    return found === null ? null : { personId: found.user.id, sessionId: found.session.id }
  }
  return {
    ...accounts,
    readSession,
    handle: handleIdentity({ ...parts, readSession, answer: (request) => auth.handler(request) }),
    signInWith: rest.settings.oidc.map(({ id, name }) => ({ id, name })),
  }
}

import type { BetterAuthOptions } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { createId } from '@assay/core/runs'
import { readPerson, updatePerson, type ControlDatabase } from '@assay/storage/postgres'
import { hubOrigin, isOwnOrigin } from '../http/hub-origin.ts'
import type { Hub } from '../hub.ts'
import { passwordLength } from './check-password.ts'
import { oidcProviders, type OidcProfile } from './oidc-providers.ts'

export interface AuthParts extends Pick<Hub, 'settings' | 'control' | 'clock' | 'random'> {
  readonly secret: string
  readonly onProfile: (profile: OidcProfile) => Promise<void>
}

/** A session ends by itself after this long: NIST SP 800-63B §4.1.3 allows 30 days. */
const sessionDays = 14

/** Header by which the hub tells better-auth the address of whoever asks; what a request brings under it is removed. */
export const addressHeader = 'x-assay-address'

/** Identity and nothing else: no sign-up, no organisations, no keys. */
export function authOptions(parts: AuthParts): BetterAuthOptions {
  const { settings, control, secret, clock, random } = parts
  const origin = hubOrigin(settings)
  return {
    appName: 'Assay',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: onDatabase(control),
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => void process.stderr.write(`identity: ${message}\n`) },
    trustedOrigins: (request) => ownOrigins(parts, request),
    onAPIError: { errorURL: `${origin}/sign-in` },
    // The hub's own limits stand before it; this one would count per address and path alone.
    rateLimit: { enabled: false },
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      expiresIn: sessionDays * 24 * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: { modelName: 'auth_verification' },
    account: {
      modelName: 'auth_account',
      updateAccountOnSignIn: false,
      // Whoever invited somebody vouched for the address; the provider must have verified it.
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    advanced: {
      ...cookies(origin),
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => createId(clock, random) },
    },
    databaseHooks: hooks(control),
    plugins: [
      twoFactor({ issuer: 'Assay', twoFactorTable: 'auth_two_factor' }),
      oidcProviders(settings.oidc, parts.onProfile),
    ],
  }
}

/** The one connection that PGlite has is shared through this very object: a second kysely on it would wait for ever. */
export const onDatabase = (db: ControlDatabase): NonNullable<BetterAuthOptions['database']> => ({
  db,
  type: 'postgres',
  transaction: true,
})

const ownOrigins = ({ settings }: AuthParts, request: Request | undefined): string[] => {
  const origin = request?.headers.get('origin') ?? null
  const isOwn = origin !== null && isOwnOrigin(settings, origin, request?.headers.get('host') ?? null)
  return isOwn ? [origin] : []
}

/** `__Host-` binds a cookie to this host, its whole path and TLS: no other host below the same domain can set it. */
function cookies(origin: string): NonNullable<BetterAuthOptions['advanced']> {
  const isSecure = origin.startsWith('https:')
  return {
    useSecureCookies: false,
    cookiePrefix: isSecure ? '__Host-assay' : 'assay',
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
  }
}

/**
 * better-auth runs them outside its transactions, or (before a session is made) where it has none open: on PGlite a query
 * beside an open transaction would wait for ever.
 */
const hooks = (control: ControlDatabase): NonNullable<BetterAuthOptions['databaseHooks']> => ({
  session: {
    create: {
      // However somebody came: who is disabled, or was never made, gets no session.
      before: async ({ userId }) => {
        const person = await readPerson(control, userId)
        return person !== null && !person.disabled
      },
    },
  },
  account: {
    create: {
      // The hub calls no provider in anybody's name.
      before: async (account) => ({
        data: { ...account, accessToken: null, refreshToken: null, idToken: null },
      }),
    },
  },
  user: {
    update: {
      after: async (user) => {
        const isOn: unknown = Reflect.get(user, 'twoFactorEnabled')
        if (typeof isOn === 'boolean') await updatePerson(control, user.id, { twoFactor: isOn })
      },
    },
  },
})

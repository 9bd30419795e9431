import type { BetterAuthPlugin } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth, type GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import type { OidcProvider } from '../settings.ts'

/** What a provider says of whoever signs in, verified by its signature. */
export interface OidcProfile {
  readonly email: string
  readonly isEmailVerified: boolean
  readonly name: string
}

type Plugin = ReturnType<typeof genericOAuth>
type AuthContext = Parameters<Plugin['init']>[0]
type Provider = Awaited<ReturnType<Plugin['init']>>['context']['socialProviders'][number]

const discoveryTimeoutMs = 10_000

/**
 * The configured OIDC providers. Each is asked for its addresses when somebody first signs in with it, never at the start:
 * the hub starts without them, and one that was away is asked again. `onProfile` is told who comes before better-auth looks
 * whether it knows them.
 */
export function oidcProviders(
  providers: readonly OidcProvider[],
  onProfile: (profile: OidcProfile) => Promise<void>,
): BetterAuthPlugin {
  return {
    id: 'assay-oidc',
    init: (context) => ({
      context: {
        socialProviders: providers.map((provider) =>
          openLater(provider, () => openProvider(toConfig(provider, onProfile), context)),
        ),
      },
    }),
  }
}

function openLater(settings: OidcProvider, open: () => Promise<Provider>): Provider {
  let opened: Provider | null = null
  const real = async (): Promise<Provider> => {
    opened ??= checkIssuer(settings, await open())
    return opened
  }
  return {
    id: settings.id,
    name: settings.name,
    get issuer() {
      return opened?.issuer
    },
    requiresIdTokenNonce: true,
    accountSubject: ({ profile }) => String(Reflect.get(profile, 'sub') ?? ''),
    createAuthorizationURL: async (data) => (await real()).createAuthorizationURL(data),
    validateAuthorizationCode: async (data) => (await real()).validateAuthorizationCode(data),
    getUserInfo: async (tokens) => (await real()).getUserInfo(tokens),
    disableSignUp: true,
    options: { disableSignUp: true },
  }
}

async function openProvider(config: GenericOAuthConfig, context: AuthContext): Promise<Provider> {
  const opened = await Promise.race([genericOAuth({ config: [config] }).init(context), afterTimeout()])
  const provider = opened?.context.socialProviders.find(({ id }) => id === config.providerId)
  if (provider === undefined)
    throw unusable(config.name ?? config.providerId, 'it does not answer, or not as OpenID asks')
  return provider
}

const unusable = (name: string, why: string): APIError =>
  new APIError('BAD_GATEWAY', {
    code: 'PROVIDER_UNUSABLE',
    message: `${name} cannot be used to sign in now: ${why}`,
  })

const afterTimeout = (): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), discoveryTimeoutMs).unref()
  })

/** OpenID Connect Discovery 1.0 §4.3: the document must be of the issuer that was asked. */
function checkIssuer({ name, issuer }: OidcProvider, provider: Provider): Provider {
  if (provider.issuer === undefined || trimmed(provider.issuer) !== trimmed(issuer))
    throw unusable(name, 'it names another issuer than the configured one')
  return provider
}

const trimmed = (url: string): string => url.replace(/\/+$/, '')

const toConfig = (
  { id, name, issuer, clientId, clientSecret }: OidcProvider,
  onProfile: (profile: OidcProfile) => Promise<void>,
): GenericOAuthConfig => ({
  providerId: id,
  name,
  discoveryUrl: `${trimmed(issuer)}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
  disableSignUp: true,
  async mapProfileToUser(profile) {
    const isEmailVerified = profile['email_verified'] === true || profile['email_verified'] === 'true'
    const email = typeof profile.email === 'string' ? profile.email : ''
    const name = typeof profile.name === 'string' && profile.name !== '' ? profile.name : email
    if (email !== '') await onProfile({ email, isEmailVerified, name })
    return { emailVerified: isEmailVerified }
  },
})

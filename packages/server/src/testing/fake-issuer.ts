import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface FakeIssuer {
  readonly url: string
  /** What the next tokens say beside issuer, audience, times and nonce. */
  claims: Record<string, unknown>
  /** What is wrong with the next tokens. */
  fault: 'none' | 'foreign key' | 'other audience' | 'other nonce'
  /** How often each address was asked. */
  readonly asked: Map<string, number>
  /** Plays the browser and the sign-in page: from the address the hub names to the one it goes back to. */
  authorize(authorizationUrl: string): string
  close(): Promise<void>
}

/** An OpenID provider with a discovery document, signing keys, PKCE and one client, on a port of its own. */
export async function startFakeIssuer(): Promise<FakeIssuer> {
  const keys = { own: makeKeys(), foreign: makeKeys() }
  const codes: Codes = new Map()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer: FakeIssuer = {
    url,
    claims: {},
    fault: 'none',
    asked: new Map(),
    authorize: (authorizationUrl) => authorize(codes, authorizationUrl),
    close: () => new Promise((done) => server.close(() => done())),
  }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', url)
    issuer.asked.set(pathname, (issuer.asked.get(pathname) ?? 0) + 1)
    const answers: Readonly<Record<string, () => unknown>> = {
      '/.well-known/openid-configuration': () => discovery(url),
      '/jwks': () => ({
        keys: [{ ...keys.own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      }),
      '/token': async () => issueToken(issuer, keys, redeem(codes, new URLSearchParams(await text(request)))),
    }
    const body = await answers[pathname]?.()
    response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(body ?? {}))
  }
  return issuer
}

interface Code {
  readonly nonce: string
  readonly challenge: string
  readonly clientId: string
}
type Codes = Map<string, Code>

const makeKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

function authorize(codes: Codes, authorizationUrl: string): string {
  const wanted = new URL(authorizationUrl).searchParams
  const code = randomBytes(16).toString('hex')
  codes.set(code, {
    nonce: wanted.get('nonce') ?? '',
    challenge: wanted.get('code_challenge') ?? '',
    clientId: wanted.get('client_id') ?? '',
  })
  const back = new URL(wanted.get('redirect_uri') ?? '')
  back.searchParams.set('code', code)
  back.searchParams.set('state', wanted.get('state') ?? '')
  return back.href
}

/** A code counts once, and only with the verifier of its challenge (RFC 7636). */
function redeem(codes: Codes, form: URLSearchParams): Code | null {
  const name = form.get('code') ?? ''
  const code = codes.get(name)
  codes.delete(name)
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  return code?.challenge === challenge ? code : null
}

type Keys = Readonly<Record<'own' | 'foreign', ReturnType<typeof makeKeys>>>

function issueToken({ url, fault, claims }: FakeIssuer, keys: Keys, code: Code | null) {
  if (code === null) return { error: 'invalid_grant' }
  const now = Math.floor(Date.now() / 1000)
  const idToken = sign(keys[fault === 'foreign key' ? 'foreign' : 'own'].privateKey, {
    iss: url,
    aud: fault === 'other audience' ? 'another' : code.clientId,
    iat: now,
    exp: now + 300,
    nonce: fault === 'other nonce' ? 'another' : code.nonce,
    ...claims,
  })
  return { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: idToken }
}

const discovery = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

function sign(key: KeyObject, claims: object): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'one' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const text = parts.join('.')
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
}

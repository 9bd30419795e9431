import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

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
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { nonce: string; challenge: string; clientId: string }>()
  const asked = new Map<string, number>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url())
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1)
    const send = (body: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (pathname === '/.well-known/openid-configuration') return send(discovery(url()))
    if (pathname === '/jwks')
      return send({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
    if (pathname !== '/token') return send({}, 404)
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const form = new URLSearchParams(text)
      const code = codes.get(form.get('code') ?? '')
      const verifier = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
      if (code === undefined || code.challenge !== verifier) return send({ error: 'invalid_grant' }, 400)
      codes.delete(form.get('code') ?? '')
      const now = Math.floor(Date.now() / 1000)
      const idToken = sign(issuer.fault === 'foreign key' ? foreign.privateKey : keys.privateKey, {
        iss: url(),
        aud: issuer.fault === 'other audience' ? 'another' : code.clientId,
        iat: now,
        exp: now + 300,
        nonce: issuer.fault === 'other nonce' ? 'another' : code.nonce,
        ...issuer.claims,
      })
      send({ access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: idToken })
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer: FakeIssuer = {
    url: url(),
    claims: {},
    fault: 'none',
    asked,
    authorize(authorizationUrl) {
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
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
  return issuer
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

function sign(key: Parameters<ReturnType<typeof createSign>['sign']>[0], claims: object): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'one' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const text = parts.join('.')
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
}

import { createError, type Result } from '@assay/core'
import { readPerson } from '@assay/storage/postgres'
import { checkOrigin } from '../http/check-origin.ts'
import { auditIdentity } from './audit-identity.ts'
import { addressHeader } from './auth-options.ts'
import { checkPassword } from './check-password.ts'
import type { IdentityParts, IdentityRequest } from './identity-request.ts'
import { findIdentityRoute } from './identity-routes.ts'
import type { Identity } from './identity.ts'
import { createSignInThrottle, type Guess } from './sign-in-throttle.ts'

/**
 * What stands before better-auth: only the paths that Assay uses, origins, limits on guessing, the rules for passwords; and
 * behind it, the audit log. Answers in better-auth's own shape, `{ code, message }`.
 */
export function handleIdentity(parts: IdentityParts): Identity['handle'] {
  const throttle = createSignInThrottle(parts.clock)
  return async (request, address) => {
    const route = findIdentityRoute(request)
    if (route === null)
      return refuse(createError('ASSAY-9003', { where: new URL(request.url).pathname }), 404)
    const waitMs = throttle.request(address)
    if (waitMs > 0) return tooMany(waitMs)
    const checked = checkOrigin(parts.settings, request, request.headers.has('cookie') ? 'session' : 'nobody')
    if (!checked.ok) return refuse(checked.error, 403)
    const text = request.method === 'POST' ? await request.text() : ''
    const body = parseBody(request, text)
    if (body === null) return refuse(createError('ASSAY-9006', { message: 'The body is not JSON' }), 422)
    const personId = route.readsSession ? await personOf(parts, request) : null
    const asked = { route, address, body, personId }
    const password = await checkNewPassword(parts, asked)
    if (!password.ok) return refuse(password.error, 422)
    const guess = guessOf(asked)
    const guessWaitMs = route.guesses ? throttle.begin(guess) : 0
    if (guessWaitMs > 0) return tooMany(guessWaitMs)
    const answer = await parts.answer(passOn(request, text, address))
    if (route.guesses && answer.status < 400) throttle.succeeded(guess)
    await auditIdentity(parts, asked, answer)
    return sayLess(answer)
  }
}

async function personOf({ readSession }: IdentityParts, request: Request): Promise<string | null> {
  return request.headers.has('cookie') ? ((await readSession(request.headers))?.personId ?? null) : null
}

/** `null`: not an object in JSON. A form of another site can send nothing that is declared as JSON. */
function parseBody(request: Request, text: string): Readonly<Record<string, unknown>> | null {
  if (request.method !== 'POST') return {}
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return text === '' ? {} : null
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text)
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null
  } catch {
    return null
  }
}

async function checkNewPassword(
  { control }: IdentityParts,
  { route, body, personId }: IdentityRequest,
): Promise<Result<void>> {
  const given = body['newPassword']
  if (!route.setsPassword || typeof given !== 'string' || personId === null)
    return { ok: true, value: undefined }
  const person = await readPerson(control, personId)
  return checkPassword(given, { name: person?.name ?? '', email: person?.email ?? '' })
}

const guessOf = ({ body, personId, address }: IdentityRequest): Guess => {
  const email = body['email']
  return { account: personId ?? (typeof email === 'string' ? email.slice(0, 254) : null), address }
}

/** The address comes from the socket; what a request says of it is dropped. */
function passOn(request: Request, text: string, address: string | null): Request {
  const headers = new Headers(request.headers)
  for (const name of [
    addressHeader,
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'content-length',
  ])
    headers.delete(name)
  if (address !== null) headers.set(addressHeader, address)
  const isEmpty = request.method !== 'POST' || text === ''
  return new Request(request.url, { method: request.method, headers, ...(isEmpty ? {} : { body: text }) })
}

/** A disabled person is told what somebody unknown is told. */
async function sayLess(answer: Response): Promise<Response> {
  answer.headers.set('cache-control', 'no-store')
  if (answer.status !== 401) return answer
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => null)
  const isNoSession =
    typeof said === 'object' && said !== null && Reflect.get(said, 'code') === 'FAILED_TO_CREATE_SESSION'
  if (!isNoSession) return answer
  return Response.json(
    { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' },
    { status: 401, headers: { 'cache-control': 'no-store' } },
  )
}

function refuse(
  { code, message }: { readonly code: string; readonly message: string },
  status: number,
): Response {
  return Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store' } })
}

function tooMany(waitMs: number): Response {
  const seconds = Math.ceil(waitMs / 1000)
  const refused = refuse({ code: 'ASSAY-9007', message: `Too many attempts: wait ${seconds} s` }, 429)
  refused.headers.set('retry-after', String(seconds))
  return refused
}

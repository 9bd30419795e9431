import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@assay/contracts/hub'
import { must } from '@assay/core'
import { migrateControl, readControlMigrations } from '@assay/storage/postgres'
import { openControl } from '../engines/open-control.ts'
import { createHubEvents } from '../hub-events.ts'
import type { Handlers, Hub } from '../hub.ts'
import { buildHubApp } from '../http/build-hub-app.ts'
import { createRequestPorts } from '../http/create-request-ports.ts'
import { hubOrigin } from '../http/hub-origin.ts'
import { createIdentity } from '../identity/create-identity.ts'
import { createSetupToken } from '../identity/create-setup-token.ts'
import { createSeal } from '../seal-secrets.ts'
import type { HubSettings } from '../settings.ts'

export interface TestHubOptions {
  readonly handlers: Partial<Handlers>
  readonly settings?: Partial<HubSettings>
  /** What the handlers under test need beside people: facts, jobs. Absent: asking for them throws. */
  readonly parts?: Partial<Pick<Hub, 'facts' | 'jobs' | 'events'>>
}

/** Who asks: a session's cookie or a key. */
export type As = { readonly cookie: string } | { readonly key: string } | null

export interface Asked {
  readonly as?: As
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Of the socket. */
  readonly address?: string
}

export interface Answered {
  readonly status: number
  // Tests read what they expect; a wrong expectation fails by itself.
  // eslint-disable-next-line typescript/no-explicit-any
  readonly body: any
  readonly headers: Headers
  /** Of the answer's Set-Cookie lines, as a browser would send them. */
  readonly cookie: string
}

export type TestHub = Awaited<ReturnType<typeof openTestHub>>

export const testPassword = 'wohl temperiertes klavier'

/** A hub without a socket: PGlite in a folder of its own (or PostgreSQL by `settings`), the real identity and pipeline. */
export async function openTestHub({ handlers, settings: given = {}, parts = {} }: TestHubOptions) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'assay-hub-'))
  const settings: HubSettings = { ...testSettings, dataFolder, ...given }
  const engine = await openControl(dataFolder, settings.postgresUrl)
  if (!engine.ok) throw new Error(engine.error.message)
  const control = engine.value.database
  const migrated = await migrateControl(control, await readControlMigrations())
  if (!migrated.ok) throw new Error(migrated.error.message)
  const sealKey = randomBytes(32)
  const time = { ahead: 0 }
  const clock = { now: () => Date.now() + time.ahead }
  const random = (): number => randomBytes(6).readUIntBE(0, 6) / 2 ** 48
  const identity = await createIdentity({ control: engine.value, settings, sealKey, clock, random })
  const close = async (): Promise<void> => {
    await engine.value.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
  const absent = { facts: absentPart('facts'), jobs: absentPart('jobs'), events: createHubEvents() }
  const seal = createSeal(sealKey)
  const hub = {
    settings,
    control,
    identity,
    clock,
    random,
    seal,
    close,
    ...absent,
    ...parts,
  } as unknown as Hub
  const app = buildHubApp(createRequestPorts(hub), handlers)
  const ask = createAsk(app, hubOrigin(settings))
  return {
    hub,
    app,
    engine: engine.value,
    sealKey,
    close,
    /** Moves the hub's clock; better-auth has its own. */
    passTime: (ms: number): void => void (time.ahead += ms),
    request: (method: string, path: string, asked: Asked = {}) => ask(method, `/api/v1${path}`, asked),
    identity: (path: string, asked: Asked = {}) =>
      ask(asked.body === undefined ? 'GET' : 'POST', `/api/auth${path}`, asked),
    signIn: (email: string, password = testPassword) => signIn(ask, email, password),
    /** The first person. */
    async owner(email = 'owner@example.org') {
      const token = must(
        await createSetupToken({ control, at: new Date(clock.now()).toISOString() }),
        'no owner',
      )
      const body = { token, name: 'Olga Owner', email, password: testPassword }
      const made = await ask('POST', '/api/v1/setup/owner', { body })
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      return { personId: String(made.body.id), ...(await signIn(ask, email, testPassword)) }
    },
  }
}

/** Somebody who accepted an invitation and signed in. The test hub needs `invitationHandlers`. */
export async function invitePerson(
  hub: Pick<TestHub, 'request' | 'signIn'>,
  by: As,
  invitation: {
    readonly email: string
    readonly role?: Role
    readonly project?: { readonly id: string; readonly role: Role }
  },
): Promise<{ personId: string; cookie: string }> {
  const invited = await hub.request('POST', '/invitations', { as: by, body: invitation })
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body))
  const token = new URL(String(invited.body.link)).searchParams.get('token')
  const body = { token, name: invitation.email.split('@')[0], password: testPassword }
  const accepted = await hub.request('POST', '/invitations/accept', { body })
  if (accepted.status !== 201) throw new Error(JSON.stringify(accepted.body))
  return { personId: String(accepted.body.id), ...(await hub.signIn(invitation.email)) }
}

export const testSettings: Omit<HubSettings, 'dataFolder'> = {
  host: '127.0.0.1',
  port: 4600,
  publicUrl: null,
  postgresUrl: null,
  clickhouseUrl: null,
  secretKey: null,
  allowLocalTargets: false,
  allowAddresses: [],
  workers: 0,
  command: [],
  pagesFolder: null,
  oidc: [],
  smtpUrl: null,
  stopWhenIdleMinutes: null,
  version: '0.0.0',
}

type App = ReturnType<typeof buildHubApp>
type Ask = (method: string, path: string, asked: Asked) => Promise<Answered>

/** As a page of the hub does: with its origin, and its cookie or key. */
const createAsk =
  (app: App, origin: string): Ask =>
  async (method, path, { as = null, body, headers = {}, address }) => {
    const response = await app.request(
      `${origin}${path}`,
      {
        method,
        headers: {
          origin,
          host: new URL(origin).host,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(as === null
            ? {}
            : 'cookie' in as
              ? { cookie: as.cookie }
              : { authorization: `Bearer ${as.key}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      address === undefined ? {} : { incoming: { socket: { remoteAddress: address } } },
    )
    const text = await response.text()
    const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
      cookie: cookieOf(response.headers),
    }
  }

async function signIn(ask: Ask, email: string, password: string): Promise<{ cookie: string }> {
  const answered = await ask('POST', '/api/auth/sign-in/email', { body: { email, password } })
  if (answered.status !== 200) throw new Error(`sign-in: ${answered.status} ${JSON.stringify(answered.body)}`)
  return { cookie: answered.cookie }
}

const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')

/** Says what is missing instead of `undefined is not a function`. */
const absentPart = (name: string): object =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error(`This test hub has no ${name}: pass them in \`parts\``)
      },
    },
  )

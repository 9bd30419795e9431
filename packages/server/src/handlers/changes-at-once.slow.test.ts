import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type RunningPostgres } from '../jobs/fixtures/start-postgres.ts'
import { openTestHub, type Answered, type TestHub } from '../testing/open-test-hub.ts'
import { peopleAndRightsHandlers } from '../testing/people-and-rights-handlers.ts'
import { caseHandlers } from './case-handlers.ts'
import { documentHandlers } from './document-handlers.ts'
import { testSetHandlers } from './test-set-handlers.ts'

/** PGlite does one thing after another; only PostgreSQL shows what meets. */
const postgres: RunningPostgres | null = await startPostgres()
let hub: TestHub
let owner: { cookie: string; personId: string }
let project: { id: string }

beforeAll(async () => {
  if (postgres === null) return
  hub = await openTestHub({
    handlers: { ...peopleAndRightsHandlers, ...caseHandlers, ...documentHandlers, ...testSetHandlers },
    settings: { postgresUrl: postgres.url },
    parts: { jobs: { documentChanged: async () => undefined } as never },
  })
  owner = await hub.owner()
  project = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Assistant' } })).body
})
afterAll(async () => {
  await hub?.close()
  await postgres?.stop()
})

const ask = (method: string, path: string, body?: object, headers = {}) =>
  hub.request(method, `/projects/${project.id}${path}`, {
    as: owner,
    headers,
    ...(body !== undefined && { body }),
  })
const makeSet = async (name: string, cases: readonly object[] = []): Promise<{ id: string }> => {
  const set = await ask('POST', '/test-sets', { name })
  if (cases.length > 0) await ask('POST', `/test-sets/${set.body.id}/cases`, { cases })
  return set.body
}
const numbered = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, question: `Question ${index}?` }))
const statuses = (answers: readonly Answered[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)
const idsOf = async (set: { id: string }): Promise<string[]> =>
  (await ask('GET', `/test-sets/${set.id}/cases?limit=500`)).body.items.map(({ id }: { id: string }) => id)

test.skipIf(postgres === null)(
  'cases added at once all arrive, each change as a version of its own',
  async () => {
    const set = await makeSet('at once')
    const added = await Promise.all(
      numbered(20, 'n').map((each) => ask('POST', `/test-sets/${set.id}/cases`, { cases: [each] })),
    )
    expect(new Set(added.map(({ body }) => body.version))).toEqual(
      new Set(Array.from({ length: 20 }, (_, at) => at + 1)),
    )
    expect((await idsOf(set)).toSorted()).toEqual(
      numbered(20, 'n')
        .map(({ id }) => id)
        .toSorted(),
    )
    expect((await ask('GET', `/test-sets/${set.id}`)).body).toMatchObject({
      version: 20,
      cases: { active: 20 },
    })
  },
)

test.skipIf(postgres === null)(
  'moves in opposite directions do not wait for each other for ever',
  async () => {
    const [left, right] = [
      await makeSet('left', numbered(15, 'l')),
      await makeSet('right', numbered(15, 'r')),
    ]
    const move = (from: { id: string }, to: { id: string }, id: string) =>
      ask('POST', `/test-sets/${from.id}/cases/bulk`, { ids: [id], action: { do: 'move', to: to.id } })
    const moved = await Promise.all(
      Array.from({ length: 15 }, (_, at) => [
        move(left, right, `l${at}`),
        move(right, left, `r${at}`),
      ]).flat(),
    )
    expect(new Set(statuses(moved))).toEqual(new Set([200]))
    expect((await idsOf(left)).toSorted()).toEqual(
      numbered(15, 'r')
        .map(({ id }) => id)
        .toSorted(),
    )
    expect((await idsOf(right)).toSorted()).toEqual(
      numbered(15, 'l')
        .map(({ id }) => id)
        .toSorted(),
    )
  },
)

test.skipIf(postgres === null)(
  'of changes that read the same revision one holds, and of two names alike one is made',
  async () => {
    const set = await makeSet('raced', numbered(1, 'c'))
    const match = { 'if-match': '"1"' }
    const cases = Array.from({ length: 5 }, (_, at) =>
      ask('PATCH', `/test-sets/${set.id}/cases/c0`, { topic: `t${at}` }, match),
    )
    expect(statuses(await Promise.all(cases))).toEqual([200, 412, 412, 412, 412])
    const body = { kind: 'prompt', name: 'Alike', body: { messages: [{ role: 'system', content: 'x' }] } }
    const made = await Promise.all(Array.from({ length: 5 }, () => ask('POST', '/documents', body)))
    expect(statuses(made)).toEqual([201, 409, 409, 409, 409])
    const document = made.find(({ status }) => status === 201)?.body
    const words = (at: number) => ({ body: { messages: [{ role: 'system', content: `${at}` }] } })
    const changes = Array.from({ length: 5 }, (_, at) =>
      ask('PATCH', `/documents/${document.id}`, words(at), match),
    )
    expect(statuses(await Promise.all(changes))).toEqual([200, 412, 412, 412, 412])
    expect((await ask('GET', `/documents/${document.id}`)).body.version).toBe(2)
    const sets = await Promise.all(
      Array.from({ length: 5 }, () => ask('POST', '/test-sets', { name: 'Same' })),
    )
    expect(statuses(sets)).toEqual([201, 409, 409, 409, 409])
  },
)

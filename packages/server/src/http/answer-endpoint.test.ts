import { expect, test } from 'vitest'
import { endpoints, type EndpointId, type Person } from '@assay/contracts/hub'
import { fail, createError, ok } from '@assay/core'
import type { Caller, Handlers, Hub } from '../hub.ts'
import { expectedAccess, needOf, type Asker, type Outcome } from '../testing/expected-access.ts'
import { buildApi } from './build-app.ts'
import type { RequestPorts } from './request-ports.ts'

const projectId = '00000000-0000-7000-8000-000000000001'
const ids = Object.keys(endpoints) as EndpointId[]
const origin = 'http://127.0.0.1:4600'

const session = { by: 'session', keyRights: null, keyProject: 'none' } as const
const askers: readonly (Asker | null)[] = [
  null,
  ...(['owner', 'maintainer', 'reviewer', 'viewer', null] as const).flatMap((role): Asker[] => [
    { ...session, organisationRole: role, projectRole: null },
    { ...session, organisationRole: null, projectRole: role },
    { ...session, by: 'key', keyRights: ['read'], organisationRole: null, projectRole: role },
    {
      by: 'key',
      keyRights: ['read', 'review', 'edit', 'run', 'administer'],
      keyProject: 'another',
      organisationRole: role,
      projectRole: role,
    },
  ]),
]

/** Every endpoint of the contract with a handler that only says that it was reached. */
function openApi(asker: Asker | null, { projectIsThere = true } = {}) {
  const reached: string[] = []
  const handlers = Object.fromEntries(
    ids.map((id) => [
      id,
      () => {
        reached.push(id)
        return Promise.resolve(fail(createError('ASSAY-9009')))
      },
    ]),
  ) as unknown as Handlers
  const control = { transaction: () => ({ execute: (work: (on: object) => unknown) => work({}) }) }
  const settings = { publicUrl: null, host: '127.0.0.1', port: 4600 }
  const hub = { settings, control, clock: { now: () => 0 }, random: () => 0.5 } as unknown as Hub
  const ports: RequestPorts = {
    hub,
    readAddress: () => null,
    readCaller: async () => ok(asker === null ? null : toCaller(asker)),
    limit: () => ok(undefined),
    readStanding: async (caller, id) => ({
      caller,
      projectId: id,
      project: id === null || asker === null || !projectIsThere ? null : { role: asker.projectRole },
    }),
    writeAudit: async () => {},
  }
  return { api: buildApi(ports, handlers), reached }
}

function toCaller({ organisationRole, by, keyRights, keyProject }: Asker): Caller {
  const person = { id: 'p', name: 'P', role: organisationRole, disabled: false } as Person
  const ofProject = { none: null, this: projectId, another: projectId.replace(/1$/, '2') }[keyProject]
  const key = keyRights === null ? null : { id: 'k', name: 'K', projectId: ofProject, rights: keyRights }
  return { person, by, key, sessionId: null }
}

const statuses: Readonly<Record<Exclude<Outcome, 'allowed'>, number>> = {
  'ASSAY-9001': 401,
  'ASSAY-9002': 403,
  'ASSAY-9003': 404,
}

test.each(askers.map((asker) => ({ asker })))(
  'through the pipeline no handler is reached by $asker without the right',
  async ({ asker }) => {
    const { api, reached } = openApi(asker)
    const expected: string[] = []
    for (const id of ids) {
      const { method, path } = endpoints[id]
      const need = needOf.get(id)
      if (need === undefined) throw new Error(`the table lacks ${id}`)
      const asked = path.replace('{projectId}', projectId).replaceAll(/\{\w+\}/g, projectId)
      const headers = {
        origin,
        host: '127.0.0.1:4600',
        'if-match': '"1"',
        'content-type': 'application/json',
      }
      const response = await api.request(`${origin}${asked}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: '{}' }),
      })
      const outcome = expectedAccess(need, asker)
      if (outcome !== 'allowed') expect([id, response.status]).toEqual([id, statuses[outcome]])
      // Allowed: the handler's own refusal, or a body it does not take.
      else expect([id, [409, 422]]).toEqual([id, expect.arrayContaining([response.status])])
      if (outcome === 'allowed' && response.status === 409) expected.push(id)
    }
    expect(reached).toEqual(expected)
  },
)

test('the owner reaches most endpoints with an empty body, so that the refusals above say something', async () => {
  const { api, reached } = openApi({ ...session, organisationRole: 'owner', projectRole: null })
  for (const id of ids) {
    const { method, path } = endpoints[id]
    await api.request(`${origin}${path.replaceAll(/\{\w+\}/g, projectId)}`, {
      method,
      headers: { origin, 'if-match': '"1"' },
      ...(method === 'GET' ? {} : { body: '{}' }),
    })
  }
  expect(reached.length).toBeGreaterThan(50)
})

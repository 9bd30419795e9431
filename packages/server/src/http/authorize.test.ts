import { expect, test } from 'vitest'
import { endpoints, type EndpointId, type Person, type Right, type Role } from '@assay/contracts/hub'
import { expectedAccess, needOf, type Asker } from '../testing/expected-access.ts'
import type { Caller } from '../hub.ts'
import { authorize, mayGive, rightsOf, strongerRole } from './authorize.ts'

const roles: readonly (Role | null)[] = ['owner', 'maintainer', 'reviewer', 'viewer', null]
const allRights: readonly Right[] = ['read', 'review', 'edit', 'run', 'administer']
const thisProject = '00000000-0000-7000-8000-000000000001'
const anotherProject = '00000000-0000-7000-8000-000000000002'

/** Each subset of the rights a key may have: 31. */
const keyRightSets = Array.from({ length: 31 }, (_, index) =>
  allRights.filter((_right, bit) => ((index + 1) >> bit) % 2 === 1),
)

const askers: readonly Asker[] = roles.flatMap((organisationRole) =>
  roles.flatMap((projectRole) => [
    { organisationRole, projectRole, by: 'session' as const, keyRights: null, keyProject: 'none' as const },
    ...keyRightSets.flatMap((keyRights) =>
      (['none', 'this', 'another'] as const).map((keyProject) => ({
        organisationRole,
        projectRole,
        by: 'key' as const,
        keyRights,
        keyProject,
      })),
    ),
  ]),
)

const ids = Object.keys(endpoints) as EndpointId[]

test('the table of who may do what names every endpoint of the contract, and none that is not there', () => {
  expect([...needOf.keys()].toSorted()).toEqual(ids.toSorted())
})

test('an endpoint needs a project if and only if its path has one', () => {
  for (const id of ids)
    expect([id, needOf.get(id)?.endsWith('project')]).toEqual([
      id,
      endpoints[id].path.includes('{projectId}'),
    ])
})

test.each(ids)('%s: every role, in the project or another, by session, key and key of a project', (id) => {
  const need = needOf.get(id)
  if (need === undefined) throw new Error(`the table lacks ${id}`)
  const { access, path } = endpoints[id]
  const projectId = path.includes('{projectId}') ? thisProject : null
  expect(outcome(authorize(access, { caller: null, project: null, projectId }))).toBe(
    expectedAccess(need, null),
  )
  for (const asker of askers) {
    const caller = toCaller(asker)
    const project = projectId === null ? null : { role: asker.projectRole }
    const found = outcome(authorize(access, { caller, projectId, project }))
    if (found !== expectedAccess(need, asker))
      expect({ id, asker, found }).toEqual({ id, asker, found: expectedAccess(need, asker) })
    if (projectId !== null)
      expect(outcome(authorize(access, { caller, projectId, project: null }))).toBe('ASSAY-9003')
  }
})

test('the matrix is as large as it claims', () => {
  expect(askers).toHaveLength(5 * 5 * (1 + 31 * 3))
})

function toCaller({ organisationRole, by, keyRights, keyProject }: Asker): Caller {
  const person = { id: 'p', name: 'P', role: organisationRole, disabled: false } as Person
  const projectId = { none: null, this: thisProject, another: anotherProject }[keyProject]
  const key = keyRights === null ? null : { id: 'k', name: 'K', projectId, rights: keyRights }
  return { person, by, key, sessionId: by === 'session' ? 's' : null }
}

const outcome = (result: ReturnType<typeof authorize>): string => (result.ok ? 'allowed' : result.error.code)

test('nobody gives a role that holds more than they hold, nor any without administering', () => {
  const given = (held: readonly Right[]) =>
    roles.filter((role) => role !== null && mayGive(new Set(held), role))
  expect(given(['read', 'review', 'edit', 'run', 'administer'])).toEqual([
    'owner',
    'maintainer',
    'reviewer',
    'viewer',
  ])
  expect(given(['read', 'review', 'edit', 'run'])).toEqual([])
  expect(given(['read', 'administer'])).toEqual(['viewer'])
  expect(given(['read', 'review', 'administer'])).toEqual(['reviewer', 'viewer'])
  expect(given(['administer'])).toEqual([])
})

test('the stronger of two roles holds all rights of both', () => {
  for (const one of roles)
    for (const other of roles) {
      const held = rightsOf(strongerRole(one, other))
      expect(held).toEqual(new Set([...rightsOf(one), ...rightsOf(other)]))
    }
})

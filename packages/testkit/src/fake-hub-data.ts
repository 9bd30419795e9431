import type { TestCase } from '@assay/contracts'
import { buildTestCase } from './test-case-builder.ts'
import type { FakeAnswer, FakeDocument, FakeHubState, FakeRequest, FakeTestSet } from './fake-hub-state.ts'

/** Everything that is no run; `null`: the fake hub does not know it. */
export function answerData(state: FakeHubState, request: FakeRequest): FakeAnswer | null {
  switch (request.id) {
    case 'getSetup':
      return { status: 200, json: { needsOwner: false, version: '0.1.0', signInWith: [] } }
    case 'getMe':
      return { status: 200, json: describeMe(state) }
    case 'listDocuments':
      return listed(
        state.documents.filter(
          ({ kind, name }) => kind === request.query['kind'] && name === request.query['name'],
        ),
      )
    case 'createDocument':
    case 'changeDocument':
      return writeDocument(state, request)
    default:
      return answerTestSets(state, request)
  }
}

const describeMe = ({ project }: FakeHubState) => ({
  id: 'ada',
  name: 'Ada',
  email: null,
  kind: 'person',
  role: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: null,
  disabled: false,
  twoFactor: false,
  projects: [{ ...project, role: 'maintainer' }],
  rights: [],
  key: { id: '019b0000-0000-7000-8000-0000000000bb', name: 'laptop' },
})

function writeDocument({ documents }: FakeHubState, { id, params, body, ifMatch }: FakeRequest): FakeAnswer {
  if (id === 'createDocument') {
    const given = body as unknown as Pick<FakeDocument, 'kind' | 'name' | 'body'>
    const made = { ...given, id: newId(documents.length), version: 1, revision: 1 }
    documents.push(made)
    return { status: 201, json: made }
  }
  const found = documents.find((each) => each.id === params['documentId'])
  if (found === undefined) return refused(404, 'ASSAY-9003')
  if (ifMatch !== String(found.revision)) return refused(412, 'ASSAY-9004')
  Object.assign(found, { body: body['body'], version: found.version + 1, revision: found.revision + 1 })
  return { status: 200, json: found }
}

function answerTestSets(state: FakeHubState, request: FakeRequest): FakeAnswer | null {
  const { id, params, body, query } = request
  const set = state.testSets.find((each) => each.id === params['testSetId'])
  if (id === 'listTestSets') return listed(state.testSets.map(describeSet))
  if (id === 'createTestSet') {
    const name = String(body['name'])
    const made: FakeTestSet = { id: newId(state.testSets.length), name, version: 0, cases: new Map() }
    state.testSets.push(made)
    return { status: 201, json: describeSet(made) }
  }
  if (set === undefined) return null
  const known = set.cases.get(params['caseId'] ?? '')
  switch (id) {
    case 'getTestSet':
      return { status: 200, json: describeSet(set) }
    case 'exportCases':
      return query['format'] === 'jsonl' ? { status: 200, text: exportSet(set) } : null
    case 'getCase':
      return known === undefined ? refused(404, 'ASSAY-9003') : { status: 200, json: known }
    case 'addCases':
      return addCases(set, body['cases'] as readonly Partial<TestCase>[])
    case 'changeCase':
      if (known === undefined || ifMatch(request) !== known.revision) return refused(412, 'ASSAY-9004')
      Object.assign(known.testCase, body)
      known.revision += 1
      set.version += 1
      return { status: 200, json: known }
    default:
      return null
  }
}

function addCases(set: FakeTestSet, cases: readonly Partial<TestCase>[]): FakeAnswer {
  const added = cases.map((each) => ({ ...buildTestCase(), ...each }))
  if (added.some((each) => set.cases.has(each.id))) return refused(409, 'ASSAY-9009')
  for (const testCase of added) set.cases.set(testCase.id, { testCase, revision: 1 })
  set.version += 1
  return { status: 201, json: { version: set.version, ids: added.map((each) => each.id) } }
}

const ifMatch = (request: FakeRequest): number => Number(request.ifMatch)

const exportSet = ({ cases }: FakeTestSet): string =>
  [...cases.values()].map(({ testCase }) => `${JSON.stringify(testCase)}\n`).join('')

const describeSet = ({ id, name, version, cases }: FakeTestSet) => ({
  id,
  projectId: '019b0000-0000-7000-8000-0000000000aa',
  name,
  version,
  cases: { active: cases.size, draft: 0 },
  archivedAt: null,
})

const listed = (items: readonly unknown[]): FakeAnswer => ({
  status: 200,
  json: { items, next: null, total: items.length },
})

const newId = (number: number): string => `019b0000-0000-7000-8000-${String(number).padStart(12, '0')}`

const refused = (status: number, code: string): FakeAnswer => ({
  status,
  json: { type: 'about:blank', title: `Status ${status}`, status, code, requestId: 'request-1' },
})

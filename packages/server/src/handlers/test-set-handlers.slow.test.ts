import { buildTestCase } from '@assay/testkit'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { HubEvent } from '@assay/contracts/hub'
import { formatTestSet } from '@assay/core/testsets/format'
import { invitePerson, openTestHub, type As, type TestHub } from '../testing/open-test-hub.ts'
import { peopleAndRightsHandlers } from '../testing/people-and-rights-handlers.ts'
import { caseFileHandlers } from './case-file-handlers.ts'
import { caseHandlers } from './case-handlers.ts'
import { checkTrialHandlers } from './check-trial-handlers.ts'
import { testSetHandlers } from './test-set-handlers.ts'

let hub: TestHub
let owner: { cookie: string; personId: string }
let reviewer: { cookie: string; personId: string }
let project: { id: string }
let other: { id: string }
const events: HubEvent[] = []

beforeAll(async () => {
  hub = await openTestHub({
    handlers: {
      ...peopleAndRightsHandlers,
      ...caseFileHandlers,
      ...caseHandlers,
      ...checkTrialHandlers,
      ...testSetHandlers,
    },
  })
  owner = await hub.owner()
  project = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Assistant' } })).body
  other = (await hub.request('POST', '/projects', { as: owner, body: { name: 'Other' } })).body
  reviewer = await invitePerson(hub, owner, {
    email: 'rita@example.org',
    project: { id: project.id, role: 'reviewer' },
  })
  hub.hub.events.subscribe(project.id, (event) => events.push(event))
})
afterAll(() => hub.close())
beforeEach(() => void (events.length = 0))

let made = 0
async function makeSet(cases: readonly object[] = [], of = project): Promise<{ id: string; name: string }> {
  made += 1
  const body = { name: `Set ${made}`, tags: ['a', 'a'] }
  const set = await hub.request('POST', `/projects/${of.id}/test-sets`, { as: owner, body })
  expect([set.status, set.body.version, set.body.tags]).toEqual([201, 0, ['a']])
  if (cases.length > 0) expect((await post(set.body, 'cases', { cases })).status).toBe(201)
  return set.body
}
const path = (set: { id: string }, rest = '') => `/projects/${project.id}/test-sets/${set.id}${rest}`
const post = (set: { id: string }, rest: string, body: object, as: As = owner) =>
  hub.request('POST', path(set, `/${rest}`), { as, body })
const get = (set: { id: string }, rest = '') => hub.request('GET', path(set, rest), { as: owner })
const patchCase = (set: { id: string }, id: string, revision: number, body: object) =>
  hub.request('PATCH', path(set, `/cases/${encodeURIComponent(id)}`), {
    as: owner,
    body,
    headers: { 'if-match': `"${revision}"` },
  })
const bulk = (set: { id: string }, ids: readonly string[], action: object) =>
  post(set, 'cases/bulk', { ids, action })
const idsOf = async (set: { id: string }, query = '') =>
  (await get(set, `/cases${query}`)).body.items.map(({ id }: { id: string }) => id)
const abc = ['a', 'b', 'c'].map((id) => buildTestCase({ id, question: `What is ${id}?` }))

test('cases are added, changed, listed and read at every version', async () => {
  const set = await makeSet(abc)
  expect((await get(set)).body).toMatchObject({ version: 1, cases: { active: 3, draft: 0 }, revision: 1 })
  const changed = await patchCase(set, 'b', 1, { referenceAnswer: '2 MiB' })
  expect(changed.body).toMatchObject({
    fromVersion: 2,
    toVersion: null,
    revision: 2,
    changedBy: { name: 'Olga Owner' },
    testCase: { referenceAnswer: '2 MiB', review: { decision: 'edited', by: 'Olga Owner' } },
  })
  expect(changed.headers.get('etag')).toBe('"2"')
  expect((await patchCase(set, 'b', 1, { topic: 'x' })).status).toBe(412)
  expect((await patchCase(set, 'b', 2, { referenceAnswer: '2 MiB' })).body.revision).toBe(2)
  expect((await get(set)).body.version).toBe(2)
  expect((await get(set, '/cases/b?version=1')).body).toMatchObject({
    toVersion: 1,
    testCase: { referenceAnswer: '1 MiB' },
  })
  expect((await get(set, '/cases/b?version=3')).status).toBe(404)
  expect((await get(set, '/cases?version=-1')).status).toBe(404)
  expect((await get(set, '/cases/b/history')).body.items).toHaveLength(2)
  expect((await get(set, '/cases?text=2%20mib')).body).toMatchObject({ items: [{ id: 'b' }], total: 1 })
  expect((await get(set, '/facets')).body.facets.status).toEqual([{ value: 'active', cases: 3 }])
  const versions = await get(set, '/versions')
  expect(versions.body.items).toMatchObject([
    { version: 2, note: 'Changed b', added: 0, changed: 1, removed: 0, by: { name: 'Olga Owner' } },
    { version: 1, note: 'Added', added: 3 },
    { version: 0, added: 0 },
  ])
  expect(events.filter(({ kind }) => kind === 'test-set')).toHaveLength(3)
})

test('a name or archiving is no version, and needs the revision that was read', async () => {
  const set = await makeSet()
  const change = (revision: number, body: object) =>
    hub.request('PATCH', path(set), { as: owner, body, headers: { 'if-match': `"${revision}"` } })
  expect((await change(1, { name: 'Renamed', description: 'd' })).body).toMatchObject({
    name: 'Renamed',
    version: 0,
    revision: 2,
  })
  expect((await change(1, { name: 'Late' })).status).toBe(412)
  const taken = await makeSet()
  expect((await change(2, { name: taken.name.toUpperCase() })).status).toBe(409)
  expect((await change(2, { archived: true })).body.archivedAt).not.toBeNull()
  const list = await hub.request('GET', `/projects/${project.id}/test-sets?archived=true`, { as: owner })
  expect(list.body).toMatchObject({ total: 1, items: [{ name: 'Renamed' }] })
})

test('whoever may only review proposes drafts, and changes nothing else', async () => {
  const set = await makeSet(abc)
  const proposed = await post(set, 'cases', { cases: [{ question: 'And why?', status: 'active' }] }, reviewer)
  expect(proposed.status).toBe(201)
  const [id] = proposed.body.ids
  expect((await get(set, `/cases/${id}`)).body).toMatchObject({
    testCase: { status: 'draft', clusterKey: id },
    changedBy: { name: 'rita' },
  })
  expect((await get(set)).body.cases).toEqual({ active: 3, draft: 1 })
  expect((await get(set, '/versions')).body.items[0].note).toBe('Proposed')
  const edit = await hub.request('PATCH', path(set, '/cases/a'), {
    as: reviewer,
    body: { topic: 'x' },
    headers: { 'if-match': '"1"' },
  })
  expect(edit.status).toBe(403)
})

test('an id is given once in a set, and what is no case is refused by its place', async () => {
  const set = await makeSet(abc)
  const taken = await post(set, 'cases', {
    cases: [
      { question: 'q', id: 'x' },
      { question: 'q', id: 'b' },
    ],
  })
  expect([taken.status, taken.body.code, taken.body.detail]).toEqual([
    409,
    'ASSAY-9009',
    'The set holds a case of the same id already: b',
  ])
  expect(await idsOf(set)).toEqual(['a', 'b', 'c'])
  const pointersOf = async (cases: readonly object[]) =>
    (await post(set, 'cases', { cases })).body.fields.map(({ pointer }: { pointer: string }) => pointer)
  expect(
    await pointersOf([
      { question: 'q', id: 'x' },
      { question: 'q', id: 'x' },
    ]),
  ).toEqual(['/cases/1/id'])
  expect(await pointersOf([{ question: 'q', id: 'x'.repeat(201) }, { question: ' ' }])).toEqual([
    '/cases/0/id',
    '/cases/1/question',
  ])
  expect(await pointersOf([{ question: 'q', checks: [{ check: 'refusal' }, { check: 'none' }] }])).toEqual([
    '/cases/0/checks/1',
  ])
  const empty = await patchCase(set, 'a', 1, { question: ' ' })
  expect(empty.body.fields).toMatchObject([{ pointer: '/question' }])
})

test('ids and texts of any kind are kept: half surrogates become whole, and slashes find their way', async () => {
  const set = await makeSet([{ id: 'a/b?c #%', question: 'half \ud800 \u2028 <script>' }])
  expect((await get(set, `/cases/${encodeURIComponent('a/b?c #%')}`)).body.testCase.question).toBe(
    'half \ufffd \u2028 <script>',
  )
  const nul = await post(set, 'cases', { cases: [{ question: 'a\u0000b' }] })
  expect([nul.status, nul.body.code]).toEqual([422, 'ASSAY-9006'])
})

test('many are changed in one version, and going back undoes it', async () => {
  const set = await makeSet(abc)
  const tagged = await bulk(set, ['a', 'c', 'nowhere'], { do: 'add-tag', tag: 'billing' })
  expect(tagged.body).toEqual({ changed: 2, version: 2, before: 1, to: null })
  expect((await bulk(set, ['a', 'c'], { do: 'add-tag', tag: 'billing' })).body).toMatchObject({
    changed: 0,
    version: 2,
    before: 2,
  })
  expect((await bulk(set, ['a'], { do: 'set-status', status: 'draft' })).body.version).toBe(3)
  expect(await idsOf(set, '?tag=billing&status=active')).toEqual(['c'])
  expect((await bulk(set, ['a', 'b'], { do: 'remove' })).body).toMatchObject({ changed: 2, version: 4 })
  expect(await idsOf(set)).toEqual(['c'])
  const back = await post(set, 'restore', { version: 1 })
  expect(back.body).toMatchObject({ version: 5, cases: { active: 3, draft: 0 } })
  expect(await idsOf(set)).toEqual(['a', 'b', 'c'])
  expect((await post(set, 'restore', { version: 1 })).body.version).toBe(5)
  expect((await post(set, 'restore', { version: 6 })).status).toBe(404)
})

test('cases move and are copied within the project, all of them or none', async () => {
  const [from, to] = [await makeSet(abc), await makeSet([{ id: 'b', question: 'own' }])]
  const collides = await bulk(from, ['a', 'b'], { do: 'move', to: to.id })
  expect([collides.status, collides.body.code]).toEqual([409, 'ASSAY-9009'])
  expect(await idsOf(from)).toEqual(['a', 'b', 'c'])
  const moved = await bulk(from, ['c', 'a'], { do: 'move', to: to.id })
  expect(moved.body).toEqual({ changed: 2, version: 2, before: 1, to: { id: to.id, version: 2, before: 1 } })
  expect([await idsOf(from), await idsOf(to)]).toEqual([['b'], ['b', 'a', 'c']])
  const third = await makeSet()
  const copied = await bulk(to, ['a'], { do: 'copy', to: third.id })
  expect(copied.body).toEqual({
    changed: 1,
    version: 2,
    before: 2,
    to: { id: third.id, version: 1, before: 0 },
  })
  const foreign = await makeSetIn(other)
  for (const target of [foreign.id, from.id])
    expect((await bulk(from, ['b'], { do: 'copy', to: target })).body.fields).toMatchObject([
      { pointer: '/action/to' },
    ])
})

const makeSetIn = async (of: { id: string }) =>
  (await hub.request('POST', `/projects/${of.id}/test-sets`, { as: owner, body: { name: 'Foreign' } })).body

test('a set of one project is not there in another', async () => {
  const foreign = await makeSetIn(other)
  for (const rest of ['', '/cases', '/facets', '/versions', '/cases/a', '/export'])
    expect((await get(foreign, rest)).status, rest).toBe(404)
  expect((await post(foreign, 'cases', { cases: [{ question: 'q' }] })).status).toBe(404)
  expect((await bulk(foreign, ['a'], { do: 'remove' })).status).toBe(404)
})

const bytesOf = async (set: { id: string }, query: string): Promise<Buffer> => {
  const response = await hub.app.request(`http://127.0.0.1:4600/api/v1${path(set, `/export?${query}`)}`, {
    headers: { cookie: owner.cookie },
  })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const importFile = (set: { id: string }, name: string, text: string | Buffer, more: object = {}) =>
  post(set, 'import', {
    name,
    ...(typeof text === 'string' ? { text } : { text: text.toString('base64'), encoding: 'base64' }),
    ...more,
  })

const rich = [
  buildTestCase({
    id: 'rich',
    question: '=HYPERLINK("http://evil.example","click")',
    referenceAnswer: '-5 °C, "cold"\nand <b>bold</b> _x0041_ &lt;',
    history: [{ role: 'user', content: '+49 30' }],
    tags: ['@home', 'x'],
    topic: "'=quoted",
    referenceClaims: [{ text: 'cold', evidence: [{ chunkId: 'c', start: 0, end: 1, quote: '-' }] }],
    checks: [{ check: 'contains', parameters: { phrases: ['cold'] } }],
    review: { decision: 'accepted', by: 'Ann', at: '2026-11-24T08:00:00.000Z' },
    status: 'draft',
  }),
  buildTestCase({
    id: 'kept',
    question: 'Who owns it?',
    provenance: { generator: 'import:csv', original: { owner: '@ops', '=column': 'x' } },
  }),
]

test.each(['jsonl', 'csv', 'xlsx'])(
  'what was exported as %s is the same set when imported',
  async (format) => {
    const [from, to] = [await makeSet(rich), await makeSet()]
    const file = await bytesOf(from, `format=${format}`)
    const imported = await importFile(to, `set.${format}`, format === 'xlsx' ? file : file.toString('utf8'))
    expect(imported.body).toMatchObject({ version: 1, added: 2, changed: 0, format })
    for (const { id } of rich)
      expect((await get(to, `/cases/${id}`)).body.testCase).toEqual(
        (await get(from, `/cases/${id}`)).body.testCase,
      )
    const again = await importFile(from, `set.${format}`, format === 'xlsx' ? file : file.toString('utf8'), {
      existing: 'change',
    })
    expect(again.body).toMatchObject({ version: 1, added: 0, changed: 0 })
  },
)

test('JSON Lines are the canonical form, of any version', async () => {
  const set = await makeSet(abc)
  await bulk(set, ['a'], { do: 'remove' })
  expect((await bytesOf(set, 'version=1')).toString()).toBe(formatTestSet(abc))
  expect((await bytesOf(set, '')).toString()).toBe(formatTestSet(abc.slice(1)))
  expect((await get(set, '/export?version=9')).status).toBe(404)
})

test('no cell of a file begins as a formula', async () => {
  const set = await makeSet(rich)
  const lines = (await bytesOf(set, 'format=csv')).toString().split('\r\n')
  expect(lines[0]).toBe(
    "id,type,level,question,history,referenceAnswer,topic,language,tags,status,'=column,owner,assay",
  )
  expect(lines.join('\n')).toContain(`"'=HYPERLINK(""http`)
  for (const line of lines) expect(line).not.toMatch(/(?:^|,)"?[=+\-@]/)
})

test('a sheet with edited words changes the cases, with the editor as reviewer', async () => {
  const set = await makeSet(abc)
  const sheet = (await bytesOf(set, 'format=csv')).toString().replace('What is b?', 'What is B really?')
  const refused = await importFile(set, 'edited.csv', sheet)
  expect([refused.status, refused.body.code, refused.body.where]).toEqual([
    409,
    'ASSAY-9009',
    'edited.csv, line 2',
  ])
  expect((await importFile(set, 'edited.csv', sheet, { existing: 'keep' })).body).toMatchObject({
    version: 1,
  })
  const changed = await importFile(set, 'edited.csv', sheet, { existing: 'change' })
  expect(changed.body).toMatchObject({ version: 2, added: 0, changed: 1, format: 'csv' })
  expect((await get(set, '/cases/b')).body.testCase).toMatchObject({
    question: 'What is B really?',
    review: { decision: 'edited', by: 'Olga Owner' },
  })
  expect(await idsOf(set)).toEqual(['a', 'b', 'c'])
})

test('a file with a fault changes nothing and says which line and field', async () => {
  const set = await makeSet(abc)
  const good = formatTestSet([buildTestCase({ id: 'new' })])
  const says = async (name: string, text: string | Buffer) => {
    const { status, body } = await importFile(set, name, text)
    return { status, code: body.code, where: body.where, detail: body.detail }
  }
  expect(await says('x.jsonl', `${good}${good.replace('"simple"', '"unknown"')}`)).toEqual({
    status: 400,
    code: 'ASSAY-3002',
    where: 'x.jsonl, line 2',
    detail: expect.stringContaining('type: '),
  })
  expect(await says('x.jsonl', good + good)).toMatchObject({ code: 'ASSAY-3006', where: 'x.jsonl, line 2' })
  const missing = await says('x.csv', 'id,question\n1,fine\n2,\n')
  expect(missing).toMatchObject({ status: 400, code: 'ASSAY-3002', where: 'x.csv, line 3' })
  expect(await says('x.txt', 'just words')).toMatchObject({ code: 'ASSAY-3005', where: 'x.txt' })
  const long = await says('x.jsonl', good.replace('"id":"new"', `"id":"${'n'.repeat(300)}"`))
  expect(long).toMatchObject({
    where: 'x.jsonl, line 1',
    detail: 'A test case is not valid: id: 1 to 200 characters',
  })
  const noZip = await says('x.xlsx', Buffer.from('PK no such thing'))
  expect(noZip).toMatchObject({ status: 422, code: 'ASSAY-9006', where: 'x.xlsx' })
  expect(await says('x.csv', 'id,question\n')).toMatchObject({ code: 'ASSAY-3002', where: 'x.csv' })
  expect((await get(set)).body.version).toBe(1)
})

test('a spreadsheet of somebody else is read by its header, and drafts wait where asked', async () => {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Fragen')
  sheet.addRow(['Query', 'Expected_answer', 'tags', 'Department'])
  sheet.addRow(['What is the limit?', 30, 'a; b', 'IT'])
  sheet.addRow([])
  sheet.addRow(['And the other?', { richText: [{ text: '5' }, { text: ' s' }] }])
  const set = await makeSet()
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  expect((await importFile(set, 'fragen.xlsx', bytes, { status: 'draft' })).body).toMatchObject({ added: 2 })
  const [first, second] = await idsOf(set)
  expect((await get(set, `/cases/${first}`)).body.testCase).toMatchObject({
    question: 'What is the limit?',
    referenceAnswer: '30',
    tags: ['a', 'b'],
    status: 'draft',
    provenance: { generator: 'import:csv', original: { Department: 'IT' } },
  })
  expect((await get(set, `/cases/${second}`)).body.testCase.referenceAnswer).toBe('5 s')
  sheet.addRow(['', 'no question'])
  const broken = await importFile(set, 'fragen.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  expect([broken.status, broken.body.where]).toEqual([400, 'fragen.xlsx, row 5'])
})

const tryCheck = (check: object, caseOf: object, as: As = reviewer) =>
  hub.request('POST', `/projects/${project.id}/check-trials`, { as, body: { check, caseOf } })

test('a check that needs nothing is tried at once; one that needs a model says so', async () => {
  const contains = { check: 'contains', parameters: { phrases: ['30'] } }
  expect((await tryCheck(contains, { answer: 'It is 30 s.' })).body.verdict).toMatchObject({
    outcome: 'pass',
  })
  expect((await tryCheck(contains, { answer: 'It is 5 s.' })).body.verdict).toMatchObject({
    outcome: 'fail',
    reason: 'missing: "30"',
  })
  const asked = await tryCheck({ check: 'goal-reached' }, { input: 'do it', answer: 'done' })
  expect(asked.body).toMatchObject({ code: 'ASSAY-7014', detail: 'It needs a model, and a trial asks none' })
  const code = await tryCheck(
    { check: 'function', parameters: { function: 'own.ts:judge' } },
    { answer: 'a' },
  )
  expect([code.status, code.body.code]).toEqual([400, 'ASSAY-7014'])
  expect((await tryCheck({ check: 'contians' }, {})).body.code).toBe('ASSAY-7010')
  expect((await tryCheck({ check: 'contains', nonsense: 1 }, { answer: 1 })).body.fields).toMatchObject([
    { pointer: expect.stringContaining('/check') },
  ])
  expect((await tryCheck(contains, { answer: 1 })).body.fields).toMatchObject([{ pointer: '/caseOf/answer' }])
})

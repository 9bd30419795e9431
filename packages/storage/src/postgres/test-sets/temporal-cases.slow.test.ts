import { randomUUID } from 'node:crypto'
import { buildTestCase } from '@assay/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestCase } from '@assay/contracts'
import { ok, type Result } from '@assay/core'
import type { ControlDatabase } from '../control-database.ts'
import { at, openMemoryControl, type MemoryControl } from '../fixtures/memory-control.ts'
import { copyCases, editColumns, restoreCases } from './change-many-cases.ts'
import { countFacets, listCases } from './list-cases.ts'
import { countVersion, listTestSetVersions } from './list-test-set-versions.ts'
import { listCaseHistory, readCase, readCasePage, readCurrentCases } from './read-cases.ts'
import { reviseTestSet, type OpenVersion, type Revised } from './revise-test-set.ts'
import { addCases, closeCases, replaceCases } from './write-cases.ts'
import { insertTestSet } from './write-test-set.ts'

let memory: MemoryControl
beforeAll(async () => {
  memory = await openMemoryControl()
})
afterAll(() => memory.close())

const stamp = { by: 'ann', at, note: 'why' }

async function makeSet(): Promise<string> {
  const id = randomUUID()
  const made = await insertTestSet(memory.control, {
    id,
    projectId: memory.projectId,
    name: id,
    description: '',
    tags: [],
    by: 'ann',
    at,
  })
  expect(made.ok).toBe(true)
  return id
}

const revise = (
  testSetId: string,
  write: (open: OpenVersion, control: ControlDatabase) => Promise<Result<void>>,
): Promise<Result<Revised>> =>
  memory.control
    .transaction()
    .execute((control) => reviseTestSet(control, testSetId, stamp, (open) => write(open, control)))

const casesAt = async (testSetId: string, version?: number): Promise<readonly TestCase[]> =>
  (await readCasePage(memory.control, { testSetId, version, after: 0, limit: 1_000 })).map(
    ({ testCase }) => testCase,
  )

/** A set in memory: its cases in every version, in their order. */
class ModelSet {
  readonly versions: (readonly TestCase[])[] = [[]]
  readonly id: string
  constructor(id: string) {
    this.id = id
  }
  get now(): readonly TestCase[] {
    return this.versions.at(-1) ?? []
  }
  /** A change that changes nothing makes no version. */
  become(cases: readonly TestCase[]): void {
    if (JSON.stringify(cases) !== JSON.stringify(this.now)) this.versions.push(cases)
  }
}

const idArbitrary: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const ids = fc.uniqueArray(idArbitrary, { minLength: 1, maxLength: 5 })
const tag = fc.constantFrom('x', 'y')
/** So few that a case often becomes what it was before. */
const question = fc.constantFrom('Why?', 'How?', 'When?')
const operation = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    ids,
    question,
    status: fc.constantFrom('draft', 'active'),
  }),
  fc.record({ do: fc.constant('change' as const), ids, question }),
  fc.record({ do: fc.constant('set-status' as const), ids, status: fc.constantFrom('draft', 'active') }),
  fc.record({ do: fc.constant('add-tag' as const), ids, tag }),
  fc.record({ do: fc.constant('remove-tag' as const), ids, tag }),
  fc.record({ do: fc.constant('remove' as const), ids }),
  fc.record({ do: fc.constant('copy' as const), ids }),
  fc.record({ do: fc.constant('restore' as const), back: fc.nat({ max: 6 }) }),
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

/** What the operation makes of the cases; `null`: it must be refused. */
function applyToModel(set: ModelSet, other: ModelSet, what: Operation): readonly TestCase[] | null {
  const { now } = set
  const edit = (named: readonly string[], to: (testCase: TestCase) => TestCase) =>
    now.map((each) => (named.includes(each.id) ? to(each) : each))
  switch (what.do) {
    case 'add':
      if (now.some(({ id }) => what.ids.includes(id))) return null
      return [
        ...now,
        ...what.ids.map((id) => buildTestCase({ id, question: what.question, status: what.status })),
      ]
    case 'change':
      return edit(what.ids, (each) => ({ ...each, question: what.question }))
    case 'set-status':
      return edit(what.ids, (each) => ({ ...each, status: what.status }))
    case 'add-tag':
      return edit(what.ids, (each) => ({ ...each, tags: [...new Set([...each.tags, what.tag])] }))
    case 'remove-tag':
      return edit(what.ids, (each) => ({ ...each, tags: each.tags.filter((tag) => tag !== what.tag) }))
    case 'remove':
      return now.filter(({ id }) => !what.ids.includes(id))
    case 'copy': {
      const copied = other.now.filter(({ id }) => what.ids.includes(id))
      return now.some(({ id }) => what.ids.includes(id)) ? null : [...now, ...copied]
    }
    case 'restore':
      return set.versions[versionFor(set, what.back)] ?? []
  }
}

const versionFor = (set: ModelSet, back: number): number => Math.max(0, set.versions.length - 1 - back)

function applyToDatabase(set: ModelSet, other: ModelSet, what: Operation): Promise<Result<Revised>> {
  return revise(set.id, async (open, control) => {
    switch (what.do) {
      case 'add': {
        const { question, status } = what
        const cases = what.ids.map((id) => buildTestCase({ id, question, status }))
        return addCases(control, open, cases, randomUUID)
      }
      case 'change': {
        const current = await readCurrentCases(control, set.id, what.ids)
        const differing = [...current.values()].filter(({ testCase }) => testCase.question !== what.question)
        await replaceCases(
          control,
          open,
          differing.map(({ testCase, position }) => ({
            testCase: { ...testCase, question: what.question },
            position,
          })),
          randomUUID,
        )
        return ok(undefined)
      }
      case 'set-status':
      case 'add-tag':
      case 'remove-tag':
        await editColumns(control, open, what.ids, what)
        return ok(undefined)
      case 'remove':
        await closeCases(control, open, what.ids)
        return ok(undefined)
      case 'copy':
        return copyCases(control, open, other.id, what.ids)
      case 'restore':
        await restoreCases(control, open, versionFor(set, what.back))
        return ok(undefined)
    }
  })
}

function countDifferences(before: readonly TestCase[], after: readonly TestCase[]) {
  const old = new Map(before.map((each) => [each.id, JSON.stringify(each)]))
  const ids = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !old.has(id)).length,
    changed: after.filter((each) => old.has(each.id) && old.get(each.id) !== JSON.stringify(each)).length,
    removed: before.filter(({ id }) => !ids.has(id)).length,
  }
}

const count = (cases: readonly TestCase[], status: string) =>
  cases.filter((each) => each.status === status).length

/** Everything the tables say of the set against what the model holds. */
async function expectAlike(set: ModelSet): Promise<void> {
  for (const [version, cases] of set.versions.entries()) {
    expect(await casesAt(set.id, version)).toEqual(cases)
    expect(await countVersion(memory.control, set.id, version)).toEqual({
      active: count(cases, 'active'),
      draft: count(cases, 'draft'),
    })
  }
  expect(await casesAt(set.id)).toEqual(set.now)
  const listed = await listCases(memory.control, { testSetId: set.id, limit: 100 })
  expect(listed.ok && listed.value.total).toBe(set.now.length)
  expect(listed.ok && listed.value.items.map(({ id }) => id)).toEqual(set.now.map(({ id }) => id))
  const facets = await countFacets(memory.control, { testSetId: set.id })
  for (const tag of ['x', 'y'])
    expect(facets.tag.find(({ value }) => value === tag)?.cases ?? 0).toBe(
      set.now.filter(({ tags }) => tags.includes(tag)).length,
    )
  const history = await listTestSetVersions(memory.control, set.id, { limit: 100 })
  expect(
    history.ok &&
      history.value.items.map(({ version, added, changed, removed }) => ({
        version,
        added,
        changed,
        removed,
      })),
  ).toEqual(
    set.versions
      .map((cases, version) => ({ version, ...countDifferences(set.versions[version - 1] ?? [], cases) }))
      .toReversed(),
  )
}

test('after any changes every version holds exactly the cases it held when it was made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), operation), { maxLength: 12 }), async (operations) => {
      const [first, second] = [new ModelSet(await makeSet()), new ModelSet(await makeSet())]
      for (const [isFirst, what] of operations) {
        const [set, other] = isFirst ? [first, second] : [second, first]
        const wanted = applyToModel(set, other, what)
        const done = await applyToDatabase(set, other, what)
        if (wanted === null) {
          expect(done).toMatchObject({ ok: false, error: { code: 'ASSAY-9009' } })
          continue
        }
        const before = set.versions.length - 1
        set.become(wanted)
        expect(done).toMatchObject({ ok: true, value: { before, version: set.versions.length - 1 } })
      }
      await expectAlike(first)
      await expectAlike(second)
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

test('a case is read as it stands, as it stood, and as everything it has been', async () => {
  const set = await makeSet()
  const testCase = buildTestCase({ id: 'a', question: 'One?', checks: [{ check: 'contains' }] })
  await revise(set, (open, control) => addCases(control, open, [testCase], randomUUID))
  await revise(set, (open, control) =>
    replaceCases(
      control,
      open,
      [{ testCase: { ...testCase, question: 'Two?' }, position: 1 }],
      randomUUID,
    ).then(() => ok(undefined)),
  )
  await revise(set, (open, control) => closeCases(control, open, ['a']).then(() => ok(undefined)))
  const of = { testSetId: set }
  expect(await readCase(memory.control, of, 'a')).toBeNull()
  expect(await readCase(memory.control, { ...of, version: 0 }, 'a')).toBeNull()
  expect(await readCase(memory.control, { ...of, version: 1 }, 'a')).toEqual({
    testCase,
    fromVersion: 1,
    toVersion: 1,
    changedAt: at,
    changedBy: { id: 'ann', name: 'Ann' },
    revision: 1,
  })
  const history = await listCaseHistory(memory.control, set, 'a')
  expect(history.map((each) => [each.testCase.question, each.fromVersion, each.toVersion])).toEqual([
    ['Two?', 2, 2],
    ['One?', 1, 1],
  ])
})

test('words are found anywhere in id, question and reference, in any case, and marks of patterns are letters', async () => {
  const set = await makeSet()
  const cases = [
    buildTestCase({
      id: 'limit-1',
      question: 'Wie hoch ist die ÜBERNAHME?',
      referenceAnswer: '100 % der Kosten',
    }),
    buildTestCase({ id: 'b', question: 'What is a_b?', referenceAnswer: String.raw`C:\temp` }),
    buildTestCase({ id: 'c', question: 'What is axb, 100 of them?', referenceAnswer: 'none' }),
  ]
  await revise(set, (open, control) => addCases(control, open, cases, randomUUID))
  const find = async (text: string) => {
    const found = await listCases(memory.control, { testSetId: set, text, limit: 10 })
    return found.ok ? [found.value.total, ...found.value.items.map(({ id }) => id)] : found.error
  }
  expect(await find('übernahme')).toEqual([1, 'limit-1'])
  expect(await find('KOSTEN limit')).toEqual([1, 'limit-1'])
  expect(await find('100 %')).toEqual([1, 'limit-1'])
  expect(await find('a_b')).toEqual([1, 'b'])
  expect(await find(String.raw`c:\t`)).toEqual([1, 'b'])
  expect(await find('nothing like it')).toEqual([0])
  expect(await find('  ')).toEqual([3, 'limit-1', 'b', 'c'])
})

test('pages follow each other without a gap, and a cursor of somewhere else is refused', async () => {
  const set = await makeSet()
  const cases = Array.from({ length: 7 }, (_, index) =>
    buildTestCase({ id: `n${index}`, topic: index % 2 === 0 ? 'even' : null }),
  )
  await revise(set, (open, control) => addCases(control, open, cases, randomUUID))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listCases(memory.control, { testSetId: set, topic: 'even', limit: 2, cursor })
    if (!page.ok) throw new Error(page.error.message)
    expect(page.value.total).toBe(4)
    seen.push(...page.value.items.map(({ id }) => id))
    cursor = page.value.next ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual(['n0', 'n2', 'n4', 'n6'])
  for (const wrong of [
    'x',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('[1e20]').toString('base64url'),
  ])
    expect(await listCases(memory.control, { testSetId: set, limit: 2, cursor: wrong })).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-9006' },
    })
})

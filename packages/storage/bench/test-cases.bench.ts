/**
 * A test set of 50,000 cases in PGlite on disk, as the embedded hub keeps it: what lists, searches, facets and changes of all
 * cases take. The number of cases may be given as argument.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { buildTestCase } from '@assay/testkit'
import { ok } from '@assay/core'
import type { ControlDatabase, ControlTables } from '../src/postgres/control-database.ts'
import { fillMemoryControl } from '../src/postgres/fixtures/memory-control.ts'
import { editColumns, restoreCases } from '../src/postgres/test-sets/change-many-cases.ts'
import { countFacets, listCases } from '../src/postgres/test-sets/list-cases.ts'
import { readCase, readCasePage } from '../src/postgres/test-sets/read-cases.ts'
import { reviseTestSet, tidyAfter, type OpenVersion } from '../src/postgres/test-sets/revise-test-set.ts'
import { addCases } from '../src/postgres/test-sets/write-cases.ts'
import { insertTestSet } from '../src/postgres/test-sets/write-test-set.ts'

const size = Number(process.argv[2] ?? 50_000)
const at = new Date().toISOString()
const folder = await mkdtemp(join(tmpdir(), 'assay-cases-'))
const pglite = await PGlite.create(join(folder, 'control'))
const control: ControlDatabase = new Kysely<ControlTables>({ dialect: new PGliteDialect({ pglite }) })
const { projectId, by } = await fillMemoryControl(control)
const testSetId = randomUUID()
await insertTestSet(control, { id: testSetId, projectId, name: 'big', description: '', tags: [], by, at })

/** Wall clock and processor, which does not grow where others use the machine. PGlite works in this process. */
async function time(what: string, work: () => Promise<unknown>, times = 5): Promise<void> {
  const took: (readonly [wall: number, processor: number])[] = []
  for (let index = 0; index < times; index += 1) {
    const [started, before] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(before)
    took.push([performance.now() - started, (user + system) / 1000])
  }
  const median = (part: 0 | 1): string => {
    const sorted = took.map((each) => each[part]).toSorted((a, b) => a - b)
    return sorted[Math.floor(times / 2)]!.toFixed(0).padStart(7)
  }
  console.log(`${what.padEnd(48)} ${median(0)} ms ${median(1)} ms`)
}

async function revise(
  write: (open: OpenVersion, transaction: ControlDatabase) => Promise<void>,
): Promise<void> {
  const revised = await control.transaction().execute((transaction) =>
    reviseTestSet(transaction, testSetId, { by, at, note: '' }, async (open) => {
      await write(open, transaction)
      return ok(undefined)
    }),
  )
  if (revised.ok) await tidyAfter(control, revised.value)
}

const words =
  'server limit timeout body request header default value token cache retry queue port proxy'.split(' ')
const sentence = (seed: number, length: number): string =>
  Array.from({ length }, (_, index) => words[(seed * 7 + index * (1 + (seed % 5))) % words.length]).join(' ')
const cases = Array.from({ length: size }, (_, index) =>
  buildTestCase({
    id: `case-${index}`,
    question: `What is the ${sentence(index, 12)} ${index}?`,
    referenceAnswer: `It is ${sentence(index + 3, 40)}.`,
    referenceClaims: [{ text: sentence(index, 30), evidence: [] }],
    topic: index % 3 === 0 ? null : `topic ${index % 40}`,
    tags: index % 2 === 0 ? [`tag-${index % 25}`] : [],
    status: index % 10 === 0 ? 'draft' : 'active',
    type: index % 4 === 0 ? 'complex' : 'simple',
  }),
)
const ids = cases.map(({ id }) => id)
console.log(`${'median of five'.padEnd(48)}    wall   processor`)
const of = { testSetId }

await time(
  `add ${size} cases`,
  () => revise(async (open, transaction) => void (await addCases(transaction, open, cases, randomUUID))),
  1,
)

async function read(title: string): Promise<void> {
  console.log(title)
  const first = await listCases(control, { ...of, limit: 100 })
  const middle = Buffer.from(JSON.stringify([Math.floor(size / 2)])).toString('base64url')
  if (!first.ok) throw new Error(first.error.message)
  await time('  first page of 100', () => listCases(control, { ...of, limit: 100 }))
  await time('  page of 500 in the middle', () => listCases(control, { ...of, limit: 500, cursor: middle }))
  await time('  two words, many matches', () =>
    listCases(control, { ...of, limit: 100, text: 'proxy QUEUE' }),
  )
  await time('  words no case has', () => listCases(control, { ...of, limit: 100, text: 'nowhere' }))
  await time('  one tag', () => listCases(control, { ...of, limit: 100, tag: 'tag-4' }))
  await time('  status, type and topic', () =>
    listCases(control, { ...of, limit: 100, status: 'active', type: 'complex', topic: 'topic 4' }),
  )
  await time('  page of version 1', () => listCases(control, { ...of, version: 1, limit: 100 }))
  await time('  words in version 1', () =>
    listCases(control, { ...of, version: 1, limit: 100, text: 'nowhere' }),
  )
  await time('  facets', () => countFacets(control, of))
  await time('  one case', () => readCase(control, of, `case-${size - 1}`))
}

await read('reading after the import')
let turn = 0
await time(
  'tag all cases',
  () =>
    revise((open, transaction) => {
      turn += 1
      return editColumns(transaction, open, ids, { do: 'add-tag', tag: `again-${turn}` })
    }),
  1,
)
await time('go back to version 1', () => revise((open, transaction) => restoreCases(transaction, open, 1)), 1)
await time('change one case', () =>
  revise((open, transaction) => {
    turn += 1
    return editColumns(transaction, open, ['case-7'], { do: 'add-tag', tag: `once-${turn}` })
  }),
)
await read('reading after three revisions of every case')
await time(
  'read all cases in pages of 1,000',
  async () => {
    let after = 0
    for (;;) {
      const page = await readCasePage(control, { ...of, after, limit: 1_000 })
      const last = page.at(-1)
      if (last === undefined) return
      after = last.position
    }
  },
  1,
)
await pglite.close()
await rm(folder, { recursive: true })

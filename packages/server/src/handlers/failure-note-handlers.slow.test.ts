import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { openReviewHub, type ReviewHub } from '../reviews/fixtures/review-hub.ts'
import type { As } from '../testing/open-test-hub.ts'

const cases = 20
const run = sampleRun({ id: '01930000-0000-7000-8000-000000000201', cases, wrongEvery: 4 })
const evaluationId = run.manifest.id

let hub: ReviewHub
let ann: { id: string; as: As }
let ben: { id: string; as: As }
let viewer: { id: string; as: As }
beforeAll(async () => {
  hub = await openReviewHub({ cases })
  ann = await hub.addPerson('Ann', 'reviewer')
  ben = await hub.addPerson('Ben', 'reviewer')
  viewer = await hub.addPerson('Vera', 'viewer')
  const closed = await hub.push(run)
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
})
afterAll(() => hub.close())

const call = (as: As, method: string, path: string, body?: unknown) => hub.call(as, method, path, body)
const elsewhere = async (): Promise<string> =>
  (await hub.request('POST', '/projects', { name: randomUUID() })).body.id

describe('error analysis', () => {
  const uuid7 = (): string => randomUUID().replace(/^(.{14})4/, '$17')
  const note = (caseId: string, text: string, parts: object = {}) =>
    call(ann.as, 'POST', '/failure-notes', { evaluationId, caseId, text, ...parts })
  const list = async () => (await call(viewer.as, 'GET', '/categories')).body.items

  it('goes from open notes to named, merged and split categories, counted over evaluations', async () => {
    const [retrieval, wording] = [uuid7(), uuid7()]
    const written = [
      await note('case-00000', 'wrong page'),
      await note('case-00004', 'page missing'),
      await note('case-00004', 'again'),
    ]
    expect(written.map(({ status }) => status)).toEqual([201, 201, 201])
    const named = await call(ann.as, 'PUT', `/categories/${retrieval}`, {
      name: 'Not found',
      description: 'no passage',
    })
    expect(named.body).toMatchObject({ id: retrieval, name: 'Not found', counts: [] })
    const ids = written.map(({ body }) => body.id)
    const sorted = await call(ann.as, 'POST', '/failure-notes/sort', { noteIds: ids, categoryId: retrieval })
    expect(sorted.body).toEqual({ changed: 3 })
    expect(await list()).toMatchObject([
      { name: 'Not found', counts: [{ evaluationId, version: '1', cases: 2 }] },
    ])
    await call(ben.as, 'PUT', `/categories/${wording}`, { name: 'Ambiguous' })
    await note('case-00008', 'two readings', { categoryId: wording })
    await call(ann.as, 'POST', '/failure-notes/sort', { noteIds: [ids[0]], categoryId: wording })
    expect(await list()).toMatchObject([
      { name: 'Ambiguous', counts: [{ cases: 2 }] },
      { name: 'Not found', counts: [{ cases: 1 }] },
    ])
    const merged = await call(ann.as, 'POST', `/categories/${retrieval}/merge`, { from: [wording] })
    expect(merged.body).toMatchObject({ name: 'Not found', counts: [{ cases: 3 }] })
    expect(await list()).toHaveLength(1)
    const notes = await call(viewer.as, 'GET', `/failure-notes?categoryId=${retrieval}&limit=3`)
    expect(notes.body.items).toHaveLength(3)
    expect(notes.body.next).not.toBeNull()
  })

  it('refuses a name twice, a strange id, and what belongs to another project', async () => {
    const other = await elsewhere()
    const id = uuid7()
    expect((await call(ann.as, 'PUT', `/categories/${id}`, { name: 'not FOUND' })).body.code).toBe(
      'ASSAY-9009',
    )
    expect((await call(ann.as, 'PUT', `/categories/${randomUUID()}`, { name: 'x' })).body.code).toBe(
      'ASSAY-9006',
    )
    const [own] = await list()
    const stolen = await hub.request('PUT', `/projects/${other}/categories/${own.id}`, { name: 'mine' })
    expect(stolen.status).toBe(404)
    expect((await list())[0].name).toBe('Not found')
    expect((await call(ann.as, 'POST', `/categories/${own.id}/merge`, { from: [own.id] })).body.code).toBe(
      'ASSAY-9006',
    )
    expect((await note('case-00001', 'x', { categoryId: id })).status).toBe(404)
    expect(
      (await call(ann.as, 'POST', '/failure-notes/sort', { noteIds: [randomUUID()], categoryId: null }))
        .status,
    ).toBe(404)
  })
})

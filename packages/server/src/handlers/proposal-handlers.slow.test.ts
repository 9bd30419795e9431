import { randomUUID } from 'node:crypto'
import { readCurrentCases, readTestSet } from '@assay/storage/postgres'
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
let cleo: { id: string; as: As }
let viewer: { id: string; as: As }
beforeAll(async () => {
  hub = await openReviewHub({ cases })
  ann = await hub.addPerson('Ann', 'reviewer')
  ben = await hub.addPerson('Ben', 'reviewer')
  cleo = await hub.addPerson('Cleo', 'maintainer')
  viewer = await hub.addPerson('Vera', 'viewer')
  const closed = await hub.push(run)
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
})
afterAll(() => hub.close())

const call = (as: As, method: string, path: string, body?: unknown) => hub.call(as, method, path, body)

describe('a proposal', () => {
  const propose = (as: As, body: object) =>
    call(as, 'POST', '/proposals', { testSetId: hub.testSetId, ...body })
  const caseOf = async (id: string) =>
    (await readCurrentCases(hub.hub.control, hub.testSetId, [id])).get(id)?.testCase ?? null
  const versionOf = async () => (await readTestSet(hub.hub.control, hub.projectId, hub.testSetId))?.version

  it('of a new question becomes a draft, and active when an editor accepts it', async () => {
    const proposed = await propose(ann.as, {
      question: 'How large may a file be?',
      referenceAnswer: '5 MiB',
      why: 'asked often',
    })
    expect(proposed).toMatchObject({
      status: 201,
      body: { corrects: null, decision: null, from: null, by: { name: 'Ann' } },
    })
    const { id, caseId } = proposed.body
    expect(await caseOf(caseId)).toMatchObject({
      status: 'draft',
      provenance: { generator: 'person' },
      language: 'en',
    })
    expect((await call(ann.as, 'POST', `/proposals/${id}/decision`, { decision: 'accepted' })).status).toBe(
      403,
    )
    const accepted = await call(cleo.as, 'POST', `/proposals/${id}/decision`, { decision: 'accepted' })
    expect(accepted.body).toMatchObject({
      decision: 'accepted',
      decidedBy: { name: 'Cleo' },
      decidedAt: expect.any(String),
    })
    expect(await caseOf(caseId)).toMatchObject({
      status: 'active',
      review: { decision: 'accepted', by: 'Cleo' },
    })
    const again = await call(cleo.as, 'POST', `/proposals/${id}/decision`, { decision: 'rejected' })
    expect(again.body.code).toBe('ASSAY-9009')
  })

  it('that corrects the reference of an asked case takes its place, with what does not change', async () => {
    const from = { evaluationId, caseId: 'case-00004' }
    const proposed = await propose(ben.as, {
      from,
      question: 'What is the limit of part 4?',
      referenceAnswer: '44 MiB',
    })
    expect(proposed.body).toMatchObject({ corrects: 'case-00004', from })
    const draft = await caseOf(proposed.body.caseId)
    expect(draft).toMatchObject({
      type: 'situational',
      clusterKey: 'fact-2',
      provenance: { composedFrom: ['case-00004'] },
    })
    expect(await caseOf('case-00004')).toMatchObject({ referenceAnswer: '4 MiB' })
    await call(cleo.as, 'POST', `/proposals/${proposed.body.id}/decision`, { decision: 'accepted' })
    expect(await caseOf('case-00004')).toMatchObject({
      referenceAnswer: '44 MiB',
      status: 'active',
      review: { decision: 'edited', by: 'Cleo' },
    })
    expect(await caseOf(proposed.body.caseId)).toBeNull()
  })

  it('with another question is a case of its own; rejected it stays a draft that no run asks', async () => {
    const from = { evaluationId, caseId: 'case-00005' }
    const { body } = await propose(ann.as, { from, question: 'And of part 5?', referenceAnswer: '5 MiB' })
    expect(body.corrects).toBeNull()
    await call(cleo.as, 'POST', `/proposals/${body.id}/decision`, { decision: 'rejected' })
    expect(await caseOf(body.caseId)).toMatchObject({ status: 'draft', review: { decision: 'rejected' } })
    const undecided = await call(viewer.as, 'GET', '/proposals')
    expect(undecided.body.items).toEqual([])
    const all = await call(viewer.as, 'GET', '/proposals?undecided=false&limit=2')
    expect(all.body.items.map((each: { decision: string }) => each.decision)).toEqual([
      'rejected',
      'accepted',
    ])
  })

  it('is refused into a set or from an answer that is not there, and changes nothing then', async () => {
    const before = await versionOf()
    const words = { question: 'q', referenceAnswer: 'a' }
    expect((await propose(ann.as, { ...words, testSetId: randomUUID() })).status).toBe(404)
    expect((await propose(ann.as, { ...words, from: { evaluationId, caseId: 'nobody' } })).status).toBe(404)
    expect(
      (await propose(ann.as, { ...words, from: { evaluationId: randomUUID(), caseId: 'x' } })).status,
    ).toBe(404)
    expect((await propose(viewer.as, words)).status).toBe(403)
    expect(await versionOf()).toBe(before)
  })
})

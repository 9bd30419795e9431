import { randomUUID } from 'node:crypto'
import {
  addCases,
  countWaiting,
  listReviewsOfThing,
  readTestSet,
  reviseTestSet,
} from '@assay/storage/postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reopenForRequirement, reopenForTestSet } from '../reviews/reopen-reviews.ts'
import { openReviewHub, sampleCases, type ReviewHub } from '../reviews/fixtures/review-hub.ts'
import { connection, createReviewing, type Reviewing } from '../reviews/fixtures/reviewing.ts'
import type { As } from '../testing/open-test-hub.ts'

const cases = 60

let hub: ReviewHub
let reviews: Reviewing
let ann: { id: string; as: As }
let viewer: { id: string; as: As }
beforeAll(async () => {
  hub = await openReviewHub({ cases })
  reviews = createReviewing(hub)
  ann = await hub.addPerson('Ann', 'reviewer')
  viewer = await hub.addPerson('Vera', 'viewer')
})
afterAll(() => hub.close())
beforeEach(() => {
  hub.events.length = 0
  hub.asked.length = 0
})

describe('a requirement', () => {
  const requirement = (parts: object = {}) => ({
    statement: 'Answers are right',
    source: { kind: 'policy', reference: 'handbook 4' },
    cases: { testSetIds: [hub.testSetId], tags: [] },
    least: 0.5,
    ...parts,
  })

  it('stands in every evaluation by the cases, checks and bound it names', async () => {
    for (const [name, body] of [
      ['right enough', requirement()],
      ['almost never wrong', requirement({ least: 0.99 })],
      [
        'smoke says the limit',
        requirement({
          cases: { testSetIds: [hub.testSetId], tags: ['smoke'] },
          checks: ['limit'],
          least: 0.8,
        }),
      ],
      ['unknown check', requirement({ checks: ['nobody'] })],
    ] as const)
      await hub.makeDocument('requirement', name, body)
    const { id, opened } = await reviews.openEvaluated()
    const detail = await reviews.read(id)
    const standings = new Map(
      detail.requirements.map((each: { requirement: { name: string } }) => [each.requirement.name, each]),
    )
    // Of 60, wrong are 0, 20, 40, and the check fails 0, 9, 18, …, 54: 9 of 60 in all.
    expect(standings.get('right enough')).toMatchObject({ state: 'met', passing: { n: 60, successes: 51 } })
    expect(standings.get('almost never wrong')).toMatchObject({ state: 'not met', wouldDo: null })
    // 12 smoke cases (every 5th), of which the check fails 0 and 45.
    expect(standings.get('smoke says the limit')).toMatchObject({
      state: 'not enough cases',
      passing: { n: 12, successes: 10 },
      failing: ['case-00000', 'case-00045'],
      wouldDo: expect.any(Number),
    })
    expect(standings.get('unknown check')).toMatchObject({ state: 'not tested', notJudged: 60 })
    const listed = await hub.call(
      viewer.as,
      'GET',
      `/requirement-standings?evaluationId=${opened.evaluationId}`,
    )
    expect(listed.body.items).toEqual(detail.requirements)
    expect(detail.headline.answer).toContain('not met: almost never wrong')
  })

  it('that changes reopens the reviews in force that rest on it, and what was decided no longer counts', async () => {
    const made = await hub.makeDocument('requirement', 'changes', requirement())
    const { target, id } = await reviews.openEvaluated()
    await reviews.decide(id, ann.as, 'approve')
    const other = await reviews.openEvaluated()
    await reviews.decide(other.id, ann.as, 'approve')
    const told = await reviews.change((context) =>
      reopenForRequirement(context, { projectId: hub.projectId, documentId: made.id }),
    )
    const { review } = await reviews.read(id)
    expect(review).toMatchObject({
      status: 'open',
      closedAt: null,
      decisions: [{ outdated: true }],
      reopened: [{ because: 'Requirement changes is new' }],
    })
    expect(told).toContainEqual({ kind: 'review', id })
    const waiting = await countWaiting(hub.hub.control, [hub.projectId])
    expect(waiting.get(hub.projectId)?.openReviews).toBeGreaterThanOrEqual(2)
    const resting = await listReviewsOfThing(hub.hub.control, {
      projectId: hub.projectId,
      thingId: made.id,
      version: null,
    })
    expect(resting).toContainEqual(expect.objectContaining({ id, status: 'open', version: 2 }))
    await reviews.decide(id, ann.as, 'approve', 'still fine')
    expect((await reviews.read(id)).review).toMatchObject({
      status: 'approved',
      decisions: [{ outdated: true }, { outdated: false }],
    })
    // A later version of the same target was approved: the older review is history.
    await hub.call(hub.as, 'PATCH', `/documents/${target.id}`, { body: { connection } }, 2)
    const later = await reviews.open({ targetId: target.id })
    await hub.work(() => ({}))
    await reviews.decide(later.body.id, ann.as, 'approve')
    await reviews.change((context) =>
      reopenForRequirement(context, { projectId: hub.projectId, documentId: made.id }),
    )
    expect((await reviews.read(id)).review.status).toBe('approved')
    expect((await reviews.read(later.body.id)).review.status).toBe('open')
  })
})

describe('a test set', () => {
  const add = (status: 'draft' | 'active') =>
    reviews.change(async (context) => {
      const [sample] = sampleCases(1)
      const stamp = { by: hub.owner.personId, at: context.at, note: '' }
      const done = await reviseTestSet(context.control, hub.testSetId, stamp, (open) =>
        addCases(context.control, open, [{ ...sample!, id: randomUUID(), status }], randomUUID),
      )
      expect(done.ok).toBe(true)
      await reopenForTestSet(context, { projectId: hub.projectId, testSetId: hub.testSetId })
    })

  it('with another active case reopens its reviews once, with a new draft none', async () => {
    const { id } = await reviews.openEvaluated()
    await reviews.decide(id, ann.as, 'approve')
    await add('draft')
    expect((await reviews.read(id)).review.status).toBe('approved')
    await add('active')
    const { review } = await reviews.read(id)
    expect(review).toMatchObject({
      status: 'open',
      decisions: [{ outdated: true }],
      reopened: [{ because: 'Test set Basics is not as it was evaluated' }],
    })
    await add('active')
    expect((await reviews.read(id)).review.reopened).toHaveLength(1)
    const again = await hub.call(hub.as, 'POST', `/reviews/${id}/evaluation`, undefined, review.revision)
    expect(again).toMatchObject({ status: 202, body: { status: 'evaluating' } })
    expect(again.body.evaluationId).not.toBe(review.evaluationId)
    expect(again.body.reopened).toHaveLength(2)
    expect(hub.asked).toHaveLength(2)
    await hub.work(() => ({}))
    expect((await reviews.read(id)).review.status).toBe('open')
    const set = await readTestSet(hub.hub.control, hub.projectId, hub.testSetId)
    expect(set?.version).toBeGreaterThan(1)
  })
})

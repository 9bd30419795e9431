import { randomUUID } from 'node:crypto'
import { listAudit } from '@assay/storage/postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settleWaitingReviews } from '../reviews/on-evaluation-finished.ts'
import { openReviewHub, type ReviewHub } from '../reviews/fixtures/review-hub.ts'
import { connection, createReviewing, type Reviewing } from '../reviews/fixtures/reviewing.ts'
import type { As } from '../testing/open-test-hub.ts'

const cases = 60

let hub: ReviewHub
let reviews: Reviewing
let ann: { id: string; as: As }
let ben: { id: string; as: As }
let viewer: { id: string; as: As }
beforeAll(async () => {
  hub = await openReviewHub({ cases })
  reviews = createReviewing(hub)
  ann = await hub.addPerson('Ann', 'reviewer')
  ben = await hub.addPerson('Ben', 'reviewer')
  viewer = await hub.addPerson('Vera', 'viewer')
})
afterAll(() => hub.close())
beforeEach(() => {
  hub.events.length = 0
  hub.asked.length = 0
})

describe('a release review', () => {
  it('starts the evaluations it lacks, says what it waits for, and opens when they are finished', async () => {
    const target = await reviews.makeTarget()
    const opened = await reviews.open({ targetId: target.id, requiredReviewerIds: ['ann'] })
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      status: 'evaluating',
      target: { id: target.id, version: 2 },
      baseline: { version: 1 },
      requiredReviewers: [{ id: 'ann', name: 'Ann' }],
      decisions: [],
    })
    expect(hub.asked.map(([what]) => what)).toEqual(['queue', 'queue'])
    const waiting = await reviews.read(opened.body.id)
    expect(waiting.headline).toEqual({
      question: 'Is version 2 better than version 1?',
      answer:
        'Not tested yet: the evaluation of version 2 waits for its turn; the evaluation of version 1 waits for its turn.',
    })
    expect((await reviews.decide(opened.body.id, ann.as, 'approve')).status).toBe(409)
    await hub.work((id) => ({ wrongEvery: id === opened.body.evaluationId ? 20 : 4 }))
    const evaluated = await reviews.read(opened.body.id)
    expect(evaluated.review).toMatchObject({ status: 'open', revision: 2 })
    expect(hub.events).toContainEqual({ kind: 'review', id: opened.body.id })
  })

  it('shows what changed beside the figures, and each case that moved with what was said of it', async () => {
    const { id } = await reviews.openEvaluated({ gates: ['passing < 50%', 'regression'] })
    const detail = await reviews.read(id)
    expect(detail.whatChanged.map((row: { what: string }) => row.what)).toEqual(
      expect.arrayContaining(['prompt', 'prompt text', 'parameter temperature']),
    )
    expect(detail.whatChanged).toContainEqual({
      what: 'prompt text',
      before: 'system: Be short.',
      after: 'system: Be exact.',
      effect: 'intended',
    })
    // Wrong in 1 alone: 0, 4, 8 … without those wrong in 2 as well, 0, 20, 40; those a check fails in both stay failed.
    const onlyFirst = [...Array(cases).keys()].filter(
      (index) => index % 4 === 0 && index % 20 !== 0 && index % 9 !== 0,
    )
    expect(detail.moved).toMatchObject({ gained: onlyFirst.length, lost: 0, notPaired: 0 })
    expect(detail.improvements).toHaveLength(onlyFirst.length)
    expect(detail.improvements[0]).toMatchObject({
      caseId: 'case-00004',
      question: 'What is the limit of part 4?',
      from: 'incorrect',
      to: 'correct',
      because: 'another limit is stated',
    })
    expect(detail.overall).toMatchObject({ verdict: 'better', pairs: cases })
    expect(detail.headline.answer).toMatch(
      /^Better by \d+ points \(\d+–\d+, 60 pairs\)\. Every gate passed\.$/,
    )
    expect(detail.gates).toMatchObject([
      { outcome: 'passed' },
      { outcome: 'passed', measured: 'better (60 pairs)' },
    ])
    expect(detail.candidate).toMatchObject({ n: cases })
  })

  it('is approved when all who must do, blocked when one blocks, and keeps every word said', async () => {
    const { id } = await reviews.openEvaluated({ requiredReviewerIds: ['ann', 'ben'] })
    expect((await reviews.decide(id, viewer.as, 'approve')).status).toBe(403)
    expect((await reviews.decide(id, ann.as, 'approve')).body).toMatchObject({ status: 'open' })
    const approved = await reviews.decide(id, ben.as, 'approve', 'better, and certain')
    expect(approved.body).toMatchObject({ status: 'approved', closedAt: expect.any(String) })
    const blocked = await reviews.decide(id, hub.as, 'block', 'it invents prices')
    expect(blocked.body).toMatchObject({ status: 'blocked' })
    expect(blocked.body.decisions).toMatchObject([
      { by: { name: 'Ann' }, decision: 'approve', own: false },
      { by: { name: 'Ben' }, why: 'better, and certain', own: false, outdated: false },
      // The owner made the version: allowed, and said.
      { by: { name: 'Olga Owner' }, decision: 'block', why: 'it invents prices', own: true },
    ])
    const audit = await listAudit(hub.hub.control, { projectId: hub.projectId, limit: 50 })
    expect(audit.ok && audit.value.items[0]).toMatchObject({
      action: 'decideReview',
      subject: { kind: 'review', id },
      changes: expect.arrayContaining([
        expect.objectContaining({ pointer: '/status', before: 'approved', after: 'blocked' }),
      ]),
    })
  })

  it('is decided once: who read an older state is told so', async () => {
    const { id } = await reviews.openEvaluated()
    const { review } = await reviews.read(id)
    const first = await hub.call(
      ann.as,
      'POST',
      `/reviews/${id}/decisions`,
      { decision: 'approve', why: 'a' },
      review.revision,
    )
    expect(first.status).toBe(200)
    const late = await hub.call(
      ben.as,
      'POST',
      `/reviews/${id}/decisions`,
      { decision: 'block', why: 'b' },
      review.revision,
    )
    expect(late).toMatchObject({ status: 412, body: { code: 'ASSAY-9004' } })
    const without = await hub.call(ben.as, 'POST', `/reviews/${id}/decisions`, {
      decision: 'block',
      why: 'b',
    })
    expect(without.body).toMatchObject({ code: 'ASSAY-9005' })
  })

  it('takes the version approved last as its baseline, and finished evaluations that say it all', async () => {
    const { target, id, opened } = await reviews.openEvaluated()
    await reviews.decide(id, ann.as, 'approve')
    const third = await hub.call(
      hub.as,
      'PATCH',
      `/documents/${target.id}`,
      { body: { connection, parameters: { temperature: 1 } } },
      2,
    )
    expect(third.body).toMatchObject({ version: 3 })
    const fourth = await hub.call(hub.as, 'PATCH', `/documents/${target.id}`, { body: { connection } }, 3)
    expect(fourth.body).toMatchObject({ version: 4 })
    const next = await reviews.open({ targetId: target.id })
    expect(next.body).toMatchObject({
      target: { version: 4 },
      baseline: { version: 2, evaluationId: opened.evaluationId },
    })
    expect(hub.asked).toHaveLength(1)
    const again = await reviews.open({ targetId: target.id, version: 2, baselineVersion: 1 })
    expect(hub.asked).toHaveLength(1)
    expect(again.body).toMatchObject({ evaluationId: opened.evaluationId })
    // Nothing to wait for: it opens by itself.
    expect((await reviews.read(again.body.id)).review.status).toBe('open')
    const first = await reviews.open({ targetId: target.id, version: 1 })
    expect(first.body.baseline).toBeNull()
    expect((await reviews.read(first.body.id)).headline.question).toBe('Is version 1 good enough?')
  })

  it('refuses what is not there, not allowed or makes no sense', async () => {
    const target = await reviews.makeTarget()
    const stranger = randomUUID()
    const refusals: readonly [object, number, string][] = [
      [{ targetId: stranger }, 404, 'ASSAY-9003'],
      [{ targetId: target.id, version: 9 }, 404, 'ASSAY-9003'],
      [{ targetId: target.id, testSetIds: [stranger] }, 404, 'ASSAY-9003'],
      [{ targetId: target.id, checkIds: [target.id] }, 404, 'ASSAY-9003'],
      [{ targetId: target.id, baselineVersion: 2 }, 422, 'ASSAY-9006'],
      [{ targetId: target.id, rollback: { version: 2, note: '' } }, 422, 'ASSAY-9006'],
      [{ targetId: target.id, requiredReviewerIds: ['vera'] }, 422, 'ASSAY-9006'],
      [{ targetId: target.id, requiredReviewerIds: ['nobody'] }, 422, 'ASSAY-9006'],
      [{ targetId: target.id, evaluationId: stranger }, 404, 'ASSAY-9003'],
    ]
    for (const [body, status, code] of refusals) {
      const refused = await reviews.open(body)
      expect([refused.status, refused.body.code]).toEqual([status, code])
    }
    const gates = await reviews.open({ targetId: target.id, gates: ['passing < 0.8', 'passing <'] })
    expect(gates).toMatchObject({
      status: 422,
      body: { code: 'ASSAY-9006', fields: [{ pointer: '/gates/1' }] },
    })
    expect((await reviews.open({ targetId: target.id }, ann.as)).status).toBe(403)
    expect(hub.asked).toEqual([])
  })

  it('may be withdrawn, and then nothing changes it any more', async () => {
    const { id } = await reviews.openEvaluated()
    const change = async (body: object, as: As = hub.as) => {
      const { review } = await reviews.read(id)
      return hub.call(as, 'PATCH', `/reviews/${id}`, body, review.revision)
    }
    expect((await change({ title: 'x' }, ann.as)).status).toBe(403)
    const changed = await change({ title: 'Ready for Monday?', requiredReviewerIds: ['ben'] })
    expect(changed.body).toMatchObject({ title: 'Ready for Monday?', requiredReviewers: [{ id: 'ben' }] })
    expect((await change({ withdraw: true })).body).toMatchObject({ status: 'withdrawn' })
    expect((await reviews.decide(id, ben.as, 'approve')).body).toMatchObject({ code: 'ASSAY-9009' })
    expect((await change({ title: 'again' })).body).toMatchObject({ code: 'ASSAY-9009' })
    const list = await hub.call(hub.as, 'GET', '/reviews?status=withdrawn')
    expect(list.body.items.map((each: { id: string }) => each.id)).toContain(id)
  })

  it('has a rollback plan that says what going back would change', async () => {
    const { id } = await reviews.openEvaluated({ rollback: { version: 1, note: 'if complaints rise' } })
    const detail = await reviews.read(id)
    expect(detail.review.rollback).toEqual({ version: 1, note: 'if complaints rise' })
    expect(detail.rollbackChanges).toContainEqual({
      what: 'parameter temperature',
      before: '0.7',
      after: '0',
      effect: 'intended',
    })
  })

  it('says which evaluation failed, and opens once it was finished after all', async () => {
    const target = await reviews.makeTarget()
    const opened = await reviews.open({ targetId: target.id, baselineVersion: null })
    const { evaluationId } = opened.body
    hub.asked.length = 0
    await hub.hub.control
      .updateTable('evaluations')
      .set({ status: 'failed', error: JSON.stringify({ code: 'ASSAY-5001', message: 'No answer came' }) })
      .where('id', '=', evaluationId)
      .execute()
    expect((await reviews.read(opened.body.id)).headline.answer).toBe(
      'Not tested yet: the evaluation of version 2 failed: No answer came (ASSAY-5001).',
    )
    hub.asked.push(['queue', evaluationId])
    await hub.work(() => ({}))
    expect((await reviews.read(opened.body.id)).review.status).toBe('open')
  })

  it('opens at the start of the hub where nobody looked when its evaluation ended', async () => {
    const { id } = await reviews.openEvaluated()
    const { control } = hub.hub
    await control
      .updateTable('reviews')
      .set({ status: 'evaluating', figures: null })
      .where('id', '=', id)
      .execute()
    await settleWaitingReviews(hub.hub)
    expect((await reviews.read(id)).review.status).toBe('open')
  })

  it("is nobody else's: another project does not have it", async () => {
    const { id } = await reviews.openEvaluated()
    const other = await hub.request('POST', '/projects', { name: randomUUID() })
    const abroad = await hub.request('GET', `/projects/${other.body.id}/reviews/${id}`)
    expect(abroad.status).toBe(404)
  })
})

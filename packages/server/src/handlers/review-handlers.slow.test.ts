import { randomUUID } from 'node:crypto'
import { addCases, listAudit, readTestSet, reviseTestSet } from '@assay/storage/postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reopenForRequirement, reopenForTestSet } from '../reviews/reopen-reviews.ts'
import { settleWaitingReviews } from '../reviews/on-evaluation-finished.ts'
import { openReviewHub, sampleCases, type ReviewHub } from '../reviews/fixtures/review-hub.ts'
import type { As } from '../testing/open-test-hub.ts'

const cases = 60

let hub: ReviewHub
let ann: { id: string; as: As }
let ben: { id: string; as: As }
let viewer: { id: string; as: As }
beforeAll(async () => {
  hub = await openReviewHub({ cases })
  ann = await hub.addPerson('Ann', 'reviewer')
  ben = await hub.addPerson('Ben', 'reviewer')
  viewer = await hub.addPerson('Vera', 'viewer')
})
afterAll(() => hub.close())
beforeEach(() => {
  hub.events.length = 0
  hub.asked.length = 0
})

const owner = () => hub.as
const connection = { kind: 'http', name: 'assistant', url: 'https://assistant.example/ask' }

/** A target in two versions that differ in prompt and temperature. */
async function makeTarget(): Promise<{ id: string }> {
  const name = randomUUID().slice(0, 8)
  const prompt = await hub.makeDocument('prompt', `p-${name}`, {
    messages: [{ role: 'system', content: 'Be short.' }],
  })
  const body = (version: number, temperature: number) => ({
    connection: { ...connection, name },
    prompt: { id: prompt.id, version },
    parameters: { temperature },
  })
  const target = await hub.makeDocument('target', name, body(1, 0))
  const words = { messages: [{ role: 'system', content: 'Be exact.' }] }
  const reworded = await hub.call(owner(), 'PATCH', `/documents/${prompt.id}`, { body: words }, 1)
  expect(reworded.status).toBe(200)
  const second = await hub.call(owner(), 'PATCH', `/documents/${target.id}`, { body: body(2, 0.7) }, 1)
  expect(second.body).toMatchObject({ version: 2 })
  return target
}

const open = (body: object, as: As = owner()) =>
  hub.call(as, 'POST', '/reviews', { testSetIds: [hub.testSetId], ...body })
const read = async (id: string, as: As = owner()) => (await hub.call(as, 'GET', `/reviews/${id}`)).body
const decide = async (id: string, as: As, decision: 'approve' | 'block', why = 'I looked') => {
  const { review } = await read(id)
  return hub.call(as, 'POST', `/reviews/${id}/decisions`, { decision, why }, review.revision)
}

/** Opened, evaluated by the workers: version 1 wrong every 4th, version 2 every 20th. */
async function openEvaluated(body: object = {}, wrong: readonly [number, number] = [4, 20]) {
  const target = await makeTarget()
  const opened = await open({ targetId: target.id, ...body })
  expect(opened.status).toBe(201)
  const { evaluationId } = opened.body
  await hub.work((id) => ({
    wrongEvery: id === evaluationId ? wrong[1] : wrong[0],
    version: id === evaluationId ? '2' : '1',
  }))
  return { target, id: String(opened.body.id), opened: opened.body }
}

describe('a release review', () => {
  it('starts the evaluations it lacks, says what it waits for, and opens when they are finished', async () => {
    const target = await makeTarget()
    const opened = await open({ targetId: target.id, requiredReviewerIds: ['ann'] })
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({
      status: 'evaluating',
      target: { id: target.id, version: 2 },
      baseline: { version: 1 },
      requiredReviewers: [{ id: 'ann', name: 'Ann' }],
      decisions: [],
    })
    expect(hub.asked.map(([what]) => what)).toEqual(['queue', 'queue'])
    const waiting = await read(opened.body.id)
    expect(waiting.headline).toEqual({
      question: 'Is version 2 better than version 1?',
      answer:
        'Not tested yet: the evaluation of version 2 waits for its turn; the evaluation of version 1 waits for its turn.',
    })
    expect((await decide(opened.body.id, ann.as, 'approve')).status).toBe(409)
    await hub.work((id) => ({ wrongEvery: id === opened.body.evaluationId ? 20 : 4 }))
    const evaluated = await read(opened.body.id)
    expect(evaluated.review).toMatchObject({ status: 'open', revision: 2 })
    expect(hub.events).toContainEqual({ kind: 'review', id: opened.body.id })
  })

  it('shows what changed beside the figures, and each case that moved with what was said of it', async () => {
    const { id } = await openEvaluated({ gates: ['passing < 50%', 'regression'] })
    const detail = await read(id)
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
    const { id } = await openEvaluated({ requiredReviewerIds: ['ann', 'ben'] })
    expect((await decide(id, viewer.as, 'approve')).status).toBe(403)
    expect((await decide(id, ann.as, 'approve')).body).toMatchObject({ status: 'open' })
    const approved = await decide(id, ben.as, 'approve', 'better, and certain')
    expect(approved.body).toMatchObject({ status: 'approved', closedAt: expect.any(String) })
    const blocked = await decide(id, owner(), 'block', 'it invents prices')
    expect(blocked.body).toMatchObject({ status: 'blocked' })
    expect(blocked.body.decisions).toMatchObject([
      { by: { name: 'Ann' }, decision: 'approve', own: false },
      { by: { name: 'Ben' }, why: 'better, and certain', own: false, outdated: false },
      // The owner made the version: allowed, and said.
      { by: { name: 'Olga Owner' }, decision: 'block', why: 'it invents prices', own: true },
    ])
    const audit = await listAudit(hub.hub.control, { projectId: hub.projectId, limit: 50 } as never)
    expect(audit.ok && audit.value.items[0]).toMatchObject({
      action: 'decideReview',
      subject: { kind: 'review', id },
      changes: expect.arrayContaining([
        expect.objectContaining({ pointer: '/status', before: 'approved', after: 'blocked' }),
      ]),
    })
  })

  it('is decided once: who read an older state is told so', async () => {
    const { id } = await openEvaluated()
    const { review } = await read(id)
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
    const { target, id, opened } = await openEvaluated()
    await decide(id, ann.as, 'approve')
    const third = await hub.call(
      owner(),
      'PATCH',
      `/documents/${target.id}`,
      { body: { connection, parameters: { temperature: 1 } } },
      2,
    )
    expect(third.body).toMatchObject({ version: 3 })
    const fourth = await hub.call(owner(), 'PATCH', `/documents/${target.id}`, { body: { connection } }, 3)
    expect(fourth.body).toMatchObject({ version: 4 })
    const next = await open({ targetId: target.id })
    expect(next.body).toMatchObject({
      target: { version: 4 },
      baseline: { version: 2, evaluationId: opened.evaluationId },
    })
    expect(hub.asked).toHaveLength(1)
    const again = await open({ targetId: target.id, version: 2, baselineVersion: 1 })
    expect(hub.asked).toHaveLength(1)
    expect(again.body).toMatchObject({ evaluationId: opened.evaluationId })
    // Nothing to wait for: it opens by itself.
    expect((await read(again.body.id)).review.status).toBe('open')
    const first = await open({ targetId: target.id, version: 1 })
    expect(first.body.baseline).toBeNull()
    expect((await read(first.body.id)).headline.question).toBe('Is version 1 good enough?')
  })

  it('refuses what is not there, not allowed or makes no sense', async () => {
    const target = await makeTarget()
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
      [{ targetId: target.id, gates: ['passing <'] }, 400, 'ASSAY-7001'],
      [{ targetId: target.id, evaluationId: stranger }, 404, 'ASSAY-9003'],
    ]
    for (const [body, status, code] of refusals) {
      const refused = await open(body)
      expect([code, refused.body.code]).toEqual([code, code])
      if (code.startsWith('ASSAY-9')) expect(refused.status).toBe(status)
    }
    expect((await open({ targetId: target.id }, ann.as)).status).toBe(403)
    expect(hub.asked).toEqual([])
  })

  it('may be withdrawn, and then nothing changes it any more', async () => {
    const { id } = await openEvaluated()
    const change = async (body: object, as: As = owner()) => {
      const { review } = await read(id)
      return hub.call(as, 'PATCH', `/reviews/${id}`, body, review.revision)
    }
    expect((await change({ title: 'x' }, ann.as)).status).toBe(403)
    const changed = await change({ title: 'Ready for Monday?', requiredReviewerIds: ['ben'] })
    expect(changed.body).toMatchObject({ title: 'Ready for Monday?', requiredReviewers: [{ id: 'ben' }] })
    expect((await change({ withdraw: true })).body).toMatchObject({ status: 'withdrawn' })
    expect((await decide(id, ben.as, 'approve')).body).toMatchObject({ code: 'ASSAY-9009' })
    expect((await change({ title: 'again' })).body).toMatchObject({ code: 'ASSAY-9009' })
    const list = await hub.call(owner(), 'GET', '/reviews?status=withdrawn')
    expect(list.body.items.map((each: { id: string }) => each.id)).toContain(id)
  })

  it('has a rollback plan that says what going back would change', async () => {
    const { id } = await openEvaluated({ rollback: { version: 1, note: 'if complaints rise' } })
    const detail = await read(id)
    expect(detail.review.rollback).toEqual({ version: 1, note: 'if complaints rise' })
    expect(detail.rollbackChanges).toContainEqual({
      what: 'parameter temperature',
      before: '0.7',
      after: '0',
      effect: 'intended',
    })
  })

  it('says which evaluation failed, and opens once it was finished after all', async () => {
    const target = await makeTarget()
    const opened = await open({ targetId: target.id, baselineVersion: null })
    const { evaluationId } = opened.body
    hub.asked.length = 0
    await hub.hub.control
      .updateTable('evaluations')
      .set({ status: 'failed', error: JSON.stringify({ code: 'ASSAY-5001', message: 'No answer came' }) })
      .where('id', '=', evaluationId)
      .execute()
    expect((await read(opened.body.id)).headline.answer).toBe(
      'Not tested yet: the evaluation of version 2 failed: No answer came (ASSAY-5001).',
    )
    hub.asked.push(['queue', evaluationId])
    await hub.work(() => ({}))
    expect((await read(opened.body.id)).review.status).toBe('open')
  })

  it('opens at the start of the hub where nobody looked when its evaluation ended', async () => {
    const { id } = await openEvaluated()
    const { control } = hub.hub
    await control
      .updateTable('reviews')
      .set({ status: 'evaluating', figures: null })
      .where('id', '=', id)
      .execute()
    await settleWaitingReviews(hub.hub)
    expect((await read(id)).review.status).toBe('open')
  })

  it("is nobody else's: another project does not have it", async () => {
    const { id } = await openEvaluated()
    const other = await hub.request('POST', '/projects', { name: randomUUID() })
    const read = await hub.request('GET', `/projects/${other.body.id}/reviews/${id}`)
    expect(read.status).toBe(404)
  })
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
    const { id, opened } = await openEvaluated({}, [4, 20])
    const detail = await read(id)
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
    const { target, id } = await openEvaluated()
    await decide(id, ann.as, 'approve')
    const other = await openEvaluated()
    await decide(other.id, ann.as, 'approve')
    const context = await contextOf(async (context) => {
      await reopenForRequirement(context, { projectId: hub.projectId, documentId: made.id })
    })
    const { review } = await read(id)
    expect(review).toMatchObject({
      status: 'open',
      closedAt: null,
      decisions: [{ outdated: true }],
      reopened: [{ because: 'Requirement changes is new' }],
    })
    expect(context.events).toContainEqual({ kind: 'review', id })
    await decide(id, ann.as, 'approve', 'still fine')
    expect((await read(id)).review).toMatchObject({
      status: 'approved',
      decisions: [{ outdated: true }, { outdated: false }],
    })
    // A later version of the same target was approved: the older review is history.
    await hub.call(owner(), 'PATCH', `/documents/${target.id}`, { body: { connection } }, 2)
    const later = await open({ targetId: target.id })
    await hub.work(() => ({}))
    await decide(later.body.id, ann.as, 'approve')
    await contextOf((context) =>
      reopenForRequirement(context, { projectId: hub.projectId, documentId: made.id }),
    )
    expect((await read(id)).review.status).toBe('approved')
    expect((await read(later.body.id)).review.status).toBe('open')
  })
})

describe('a test set', () => {
  const add = (status: 'draft' | 'active') =>
    contextOf(async (context) => {
      const [sample] = sampleCases(1)
      const stamp = { by: hub.owner.personId, at: context.at, note: '' }
      const done = await reviseTestSet(context.control, hub.testSetId, stamp, (open) =>
        addCases(context.control, open, [{ ...sample!, id: randomUUID(), status }], randomUUID),
      )
      expect(done.ok).toBe(true)
      await reopenForTestSet(context, { projectId: hub.projectId, testSetId: hub.testSetId })
    })

  it('with another active case reopens its reviews once, with a new draft none', async () => {
    const { id } = await openEvaluated()
    await decide(id, ann.as, 'approve')
    await add('draft')
    expect((await read(id)).review.status).toBe('approved')
    await add('active')
    const { review } = await read(id)
    expect(review).toMatchObject({
      status: 'open',
      decisions: [{ outdated: true }],
      reopened: [{ because: 'Test set Basics is not as it was evaluated' }],
    })
    await add('active')
    expect((await read(id)).review.reopened).toHaveLength(1)
    const again = await hub.call(owner(), 'POST', `/reviews/${id}/evaluation`, undefined, review.revision)
    expect(again).toMatchObject({ status: 202, body: { status: 'evaluating' } })
    expect(again.body.evaluationId).not.toBe(review.evaluationId)
    expect(again.body.reopened).toHaveLength(2)
    expect(hub.asked).toHaveLength(2)
    await hub.work(() => ({}))
    expect((await read(id)).review.status).toBe('open')
    const set = await readTestSet(hub.hub.control, hub.projectId, hub.testSetId)
    expect(set?.version).toBeGreaterThan(1)
  })
})

/** What a handler of a changing request works with; its events come after the commit. */
async function contextOf(work: (context: Parameters<typeof reopenForTestSet>[0]) => Promise<void>) {
  const later: (() => void | Promise<void>)[] = []
  const from = hub.events.length
  await hub.hub.control.transaction().execute((control) =>
    work({
      hub: hub.hub,
      control,
      at: new Date().toISOString(),
      afterCommit: (run) => void later.push(run),
    }),
  )
  for (const run of later) await run()
  return { events: hub.events.slice(from) }
}

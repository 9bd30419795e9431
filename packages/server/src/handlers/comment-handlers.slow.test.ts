import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { openReviewHub, type ReviewHub } from '../reviews/fixtures/review-hub.ts'
import type { As } from '../testing/open-test-hub.ts'

const cases = 60
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

describe('comments', () => {
  it('stand on a thing of the project, mention its people, oldest first', async () => {
    const subject = { kind: 'result', id: `${evaluationId}/case-00004` }
    const first = await call(ann.as, 'POST', '/comments', {
      subject,
      text: '@Ben is this so?',
      mentionIds: ['ben', 'ben'],
    })
    expect(first).toMatchObject({
      status: 201,
      body: { by: { name: 'Ann' }, mentions: [{ id: 'ben', name: 'Ben' }] },
    })
    await call(ben.as, 'POST', '/comments', { subject, text: 'It is.' })
    const list = await call(
      viewer.as,
      'GET',
      `/comments?kind=result&id=${encodeURIComponent(subject.id)}&limit=1`,
    )
    expect(list.body.items).toMatchObject([{ text: '@Ben is this so?' }])
    const rest = await call(
      viewer.as,
      'GET',
      `/comments?kind=result&id=${encodeURIComponent(subject.id)}&cursor=${list.body.next}`,
    )
    expect(rest.body).toMatchObject({ items: [{ text: 'It is.' }], next: null })
    expect(hub.events).toContainEqual({ kind: 'comment', id: first.body.id })
    const results = await call(ann.as, 'GET', '/evaluations/' + evaluationId + '/results?text=case-00004')
    expect(results.body.items[0].comments).toBe(2)
  })

  it('are changed by who wrote them alone, and resolved by whoever reviews', async () => {
    const subject = { kind: 'evaluation', id: evaluationId }
    const { body } = await call(ann.as, 'POST', '/comments', { subject, text: 'Wrong' })
    expect((await call(ben.as, 'PATCH', `/comments/${body.id}`, { text: 'Right' })).body.code).toBe(
      'ASSAY-9002',
    )
    const edited = await call(ann.as, 'PATCH', `/comments/${body.id}`, { text: 'Partly wrong' })
    expect(edited.body).toMatchObject({
      text: 'Partly wrong',
      editedAt: expect.any(String),
      resolvedAt: null,
    })
    const resolved = await call(ben.as, 'PATCH', `/comments/${body.id}`, { resolved: true })
    expect(resolved.body.resolvedAt).toEqual(expect.any(String))
    expect(
      (await call(ben.as, 'PATCH', `/comments/${body.id}`, { resolved: false })).body.resolvedAt,
    ).toBeNull()
  })

  it('are refused on what is not there, of strangers, and to who may only look', async () => {
    const other = await elsewhere()
    for (const subject of [
      { kind: 'evaluation', id: randomUUID() },
      { kind: 'evaluation', id: 'x' },
      { kind: 'result', id: evaluationId },
      { kind: 'case', id: `${hub.testSetId}/nobody` },
      { kind: 'comparison', id: `${evaluationId}/${randomUUID()}` },
      { kind: 'document', id: evaluationId },
    ])
      expect((await call(ann.as, 'POST', '/comments', { subject, text: 'a' })).status).toBe(404)
    const subject = { kind: 'evaluation', id: evaluationId }
    const abroad = await hub.request('POST', `/projects/${other}/comments`, { subject, text: 'a' })
    expect(abroad.status).toBe(404)
    expect((await call(viewer.as, 'POST', '/comments', { subject, text: 'a' })).status).toBe(403)
    const strange = await call(ann.as, 'POST', '/comments', { subject, text: 'a', mentionIds: ['nobody'] })
    expect(strange.body.code).toBe('ASSAY-9006')
    const here = { kind: 'case', id: `${hub.testSetId}/case-00001` }
    expect((await call(ann.as, 'POST', '/comments', { subject: here, text: 'a' })).status).toBe(201)
  })
})

import { randomUUID } from 'node:crypto'
import { judgeLabelSchema, type JudgeLabel, type LabelOutcome } from '@assay/contracts'
import { correctJudgedRate, formatLabel, parseLabels, settleLabels } from '@assay/core/judging/calibration'
import { readCurrentCases, readTestSet } from '@assay/storage/postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { openReviewHub, type ReviewHub } from '../reviews/fixtures/review-hub.ts'
import type { As } from '../testing/open-test-hub.ts'

const cases = 200
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

const call = (as: As, method: string, path: string, body?: unknown, revision?: number) =>
  hub.call(as, method, path, body, revision)
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

describe('an annotation queue', () => {
  const make = (body: object, as: As = hub.as) =>
    call(as, 'POST', '/queues', { name: 'Round', evaluationId, rows: 40, ...body })
  const next = async (queueId: string, as: As, query = '') =>
    (await call(as, 'GET', `/queues/${queueId}/next${query}`)).body
  const label = (queueId: string, rowId: string, as: As, body: object) =>
    call(as, 'PUT', `/queues/${queueId}/rows/${rowId}/label`, body)
  /** Goes through a whole queue with one word a case. */
  async function labelAll(
    queueId: string,
    as: As,
    wordOf: (caseId: string) => LabelOutcome,
  ): Promise<number> {
    for (let count = 0; ; count += 1) {
      const { row } = await next(queueId, as)
      if (row === null) return count
      expect((await label(queueId, row.id, as, { outcome: wordOf(row.caseId) })).status).toBe(200)
    }
  }
  const indexOf = (caseId: string): number => Number(caseId.slice(5))
  /** People find every 8th wrong; the judge every 4th. */
  const truth = (caseId: string): LabelOutcome => (indexOf(caseId) % 8 === 0 ? 'incorrect' : 'correct')

  it('draws as the command line does: at least three tenths at random, the chance of each row stored', async () => {
    const made = await make({ name: 'Drawn', rows: 50, randomShare: 0.3 })
    expect(made).toMatchObject({
      status: 201,
      body: { rows: 50, labelled: 0, toAdjudicate: 0, agreement: null, createdBy: { name: 'Olga Owner' } },
    })
    const rows = await hub.hub.control
      .selectFrom('queue_rows')
      .selectAll()
      .where('queue_id', '=', made.body.id)
      .orderBy('position')
      .execute()
    const grounds = rows.map(({ ground }) => ground)
    expect(grounds.filter(({ drawnBy }) => drawnBy === 'random').length).toBeGreaterThanOrEqual(15)
    const weight = grounds.reduce((sum, { inclusionProbability }) => sum + 1 / (inclusionProbability ?? 0), 0)
    expect(weight).toBeCloseTo(cases, 6)
    const longer = await make({ name: 'Longer', rows: 80, randomShare: 0.3 })
    const ids = new Set(
      (
        await hub.hub.control
          .selectFrom('queue_rows')
          .select('unit')
          .where('queue_id', '=', longer.body.id)
          .execute()
      ).map(({ unit }) => unit),
    )
    expect(rows.every(({ unit }) => ids.has(unit))).toBe(true)
    expect((await make({}, ann.as)).status).toBe(403)
    expect((await make({ evaluationId: randomUUID() })).status).toBe(404)
    expect((await make({ labellerIds: ['vera'] })).body.code).toBe('ASSAY-9006')
  })

  it('prefers rows on which another judge of the same answers differs', async () => {
    const other = sampleRun({
      id: '01930000-0000-7000-8000-000000000202',
      cases,
      wrongEvery: 5,
      manifest: {},
    })
    const again = {
      ...other,
      manifest: {
        ...other.manifest,
        name: 'assistant-1-again',
        configuration: {
          ...other.manifest.configuration,
          judge: { id: 'openai:other', version: '9', kind: 'model' },
          answersOf: run.manifest.name,
        },
      },
    }
    expect((await hub.push(again)).status).toBe(200)
    const made = await make({
      name: 'Disputed',
      rows: 20,
      randomShare: 0.3,
      againstEvaluationId: again.manifest.id,
    })
    const rows = await hub.hub.control
      .selectFrom('queue_rows')
      .selectAll()
      .where('queue_id', '=', made.body.id)
      .execute()
    const disputed = rows.filter(({ ground }) => ground.stratum === 'disagreement')
    expect(disputed.length).toBeGreaterThan(rows.length * 0.3)
    for (const { ground } of disputed) {
      const index = indexOf(ground.caseId)
      expect(index % 4 === 0).not.toBe(index % 5 === 0)
    }
    // Both evaluations judged the same answers: labels of either are labels of the same run.
    const ofOther = await make({ name: 'Other', rows: 5, evaluationId: again.manifest.id })
    const [first] = await hub.hub.control
      .selectFrom('queue_rows')
      .selectAll()
      .where('queue_id', '=', ofOther.body.id)
      .execute()
    expect(first?.ground).toMatchObject({ runId: evaluationId, judge: { id: 'openai:other', version: '9' } })
  })

  it('blind, hides the judge and the others until the own label is given', async () => {
    const { body: queue } = await make({
      name: 'Blind',
      rows: 12,
      labelsPerRow: 2,
      labellerIds: ['ann', 'ben'],
    })
    const seen = await next(queue.id, ann.as)
    expect(seen.left).toBe(12)
    expect(seen.row).toMatchObject({
      verdicts: [],
      labels: [],
      attempt: { answer: { text: expect.any(String) } },
    })
    expect(seen.row.references).toHaveLength(1)
    const given = await label(queue.id, seen.row.id, ann.as, { outcome: 'correct', note: 'clear' })
    expect(given.body.verdicts.length).toBeGreaterThan(0)
    expect(given.body.labels).toMatchObject([{ by: { name: 'Ann' }, outcome: 'correct', note: 'clear' }])
    const other = await next(queue.id, ben.as)
    expect(other.row).toMatchObject({ id: seen.row.id, verdicts: [], labels: [] })
    expect((await label(queue.id, seen.row.id, cleo.as, { outcome: 'correct' })).body.code).toBe('ASSAY-9002')
    expect((await label(queue.id, seen.row.id, viewer.as, { outcome: 'correct' })).status).toBe(403)
    const following = await next(queue.id, ann.as, `?after=${seen.row.id}`)
    expect(following).toMatchObject({ left: 11 })
    expect(following.row.id).not.toBe(seen.row.id)
    const open = await make({ name: 'Open', rows: 3, blind: false })
    expect((await next(open.body.id, ann.as)).row.verdicts.length).toBeGreaterThan(0)
  })

  it('takes a label back, and one label a person and row', async () => {
    const { body: queue } = await make({ name: 'Undo', rows: 5 })
    const { row } = await next(queue.id, ann.as)
    await label(queue.id, row.id, ann.as, { outcome: 'correct' })
    const changed = await label(queue.id, row.id, ann.as, { outcome: 'incorrect' })
    expect(changed.body.labels.map((each: { outcome: string }) => each.outcome)).toEqual(['incorrect'])
    expect((await call(hub.as, 'GET', `/queues/${queue.id}`)).body.labelled).toBe(1)
    const undone = await label(queue.id, row.id, ann.as, { outcome: null })
    expect(undone.body.labels).toEqual([])
    expect((await next(queue.id, ann.as)).left).toBe(5)
    expect((await call(hub.as, 'GET', `/queues/${queue.id}`)).body.labelled).toBe(0)
  })

  it('labelled twice tells how far people agree, and lets somebody settle where they do not', async () => {
    const { body: queue } = await make({ name: 'Twice', rows: 30, labelsPerRow: 2, randomShare: 1 })
    expect(await labelAll(queue.id, ann.as, truth)).toBe(30)
    const half = await call(hub.as, 'GET', `/queues/${queue.id}`)
    expect(half.body).toMatchObject({ labelled: 0, agreement: null })
    let differing = 0
    await labelAll(queue.id, ben.as, (caseId) => {
      const isOther = indexOf(caseId) % 7 === 0
      differing += Number(isOther)
      return isOther ? (truth(caseId) === 'correct' ? 'incorrect' : 'correct') : truth(caseId)
    })
    const { body: done } = await call(hub.as, 'GET', `/queues/${queue.id}`)
    expect(done).toMatchObject({ labelled: 30, toAdjudicate: differing, agreement: { n: 30 } })
    expect(done.agreement.percent.value).toBeCloseTo(1 - differing / 30, 12)
    expect(done.agreement.alpha.value).toBeLessThan(1)
    expect(done.agreement.kappa.value).toBeLessThan(1)
    expect((await next(queue.id, cleo.as)).row).toBeNull()

    const agreed = await hub.hub.control
      .selectFrom('queue_rows')
      .selectAll()
      .where('queue_id', '=', queue.id)
      .execute()
    const same = agreed.find(({ case_id }) => indexOf(case_id) % 7 !== 0)
    expect(
      (await label(queue.id, same!.id, cleo.as, { outcome: 'correct', adjudicates: true })).body.code,
    ).toBe('ASSAY-9009')
    for (let left = differing; left > 0; left -= 1) {
      const waiting = await next(queue.id, cleo.as, '?adjudicate=true')
      expect(waiting.left).toBe(left)
      expect(waiting.row.labels).toHaveLength(2)
      await label(queue.id, waiting.row.id, cleo.as, {
        outcome: truth(waiting.row.caseId),
        adjudicates: true,
      })
    }
    const settled = await call(hub.as, 'GET', `/queues/${queue.id}`)
    expect(settled.body).toMatchObject({ toAdjudicate: 0, agreement: { n: 30 } })
    expect(settled.body.agreement.percent.value).toBe(done.agreement.percent.value)
  })

  it('gives labels that the command line reads, that settle as adjudicated, and that correct the figures', async () => {
    const fresh = sampleRun({
      id: '01930000-0000-7000-8000-000000000203',
      cases,
      wrongEvery: 4,
      version: '7',
    })
    expect((await hub.push(fresh)).status).toBe(200)
    const read = async () => (await call(hub.as, 'GET', `/evaluations/${fresh.manifest.id}`)).body.summary
    const before = await read()
    expect(before.correctness.value).toBeCloseTo(0.75, 12)
    const { body: queue } = await make({
      name: 'Correct',
      rows: 200,
      evaluationId: fresh.manifest.id,
      randomShare: 1,
    })
    expect(queue.rows).toBe(200)
    const { control } = hub.hub
    // All but the last by the database: two hundred requests say nothing more.
    const rows = await control.selectFrom('queue_rows').selectAll().where('queue_id', '=', queue.id).execute()
    const [last, ...others] = rows
    await control
      .insertInto('labels')
      .values(
        others.map(({ id, case_id }) => ({
          id: randomUUID(),
          project_id: hub.projectId,
          evaluation_id: fresh.manifest.id,
          row_id: id,
          labeller_id: 'ann',
          outcome: wordOf(case_id),
          note: '',
          at: new Date().toISOString(),
          adjudicates: false,
        })),
      )
      .execute()
    await label(queue.id, last!.id, ann.as, { outcome: wordOf(last!.case_id) })

    const labels: JudgeLabel[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await call(
        viewer.as,
        'GET',
        `/labels?evaluationId=${fresh.manifest.id}&limit=90${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      labels.push(...page.body.items.map((each: { label: unknown }) => judgeLabelSchema.parse(each.label)))
      cursor = page.body.next
    }
    expect(labels).toHaveLength(200)
    expect(parseLabels(labels.map(formatLabel).join(''), 'labels.jsonl')).toMatchObject({ ok: true })
    expect(settleLabels(labels).rows.filter(({ truth }) => truth === 'wrong')).toHaveLength(67)
    const expected = correctJudgedRate(
      {
        answersId: fresh.manifest.id,
        judge: { id: 'rules', version: '1' },
        target: { name: 'assistant', version: '7' },
        verdicts: fresh.tables.cases.map(({ id, clusterKey }, index) => ({
          unit: `${id}#0`,
          clusterKey,
          verdict: { outcome: index % 4 === 0 ? 'fail' : 'pass', score: null },
        })),
      },
      labels,
    )
    const after = await read()
    expect(after.correction).toEqual(JSON.parse(JSON.stringify(expected)))
    // People found two thirds right where the judge found three quarters.
    expect(after.correction.estimate.value).toBeCloseTo(133 / 200, 2)
    await label(queue.id, last!.id, ann.as, { outcome: null })
    const back = await read()
    expect(back.correction.right + back.correction.wrong).toBe(199)
  })

  /** Wrong by people: every 3rd. */
  const wordOf = (caseId: string): LabelOutcome => (indexOf(caseId) % 3 === 0 ? 'incorrect' : 'correct')
})

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

describe('findings', () => {
  const list = async (query = '') => (await call(viewer.as, 'GET', `/findings${query}`)).body

  it('come from gates that failed, once for a gate and target, with answers that show it', async () => {
    const { items } = await list()
    const gates = items.filter((each: { source: { kind: string } }) => each.source.kind === 'gate')
    expect(gates).toHaveLength(1)
    expect(gates[0]).toMatchObject({
      title: 'assistant: passing < 0.9',
      kind: 'quality',
      severity: 'major',
      status: 'open',
      source: { reference: 'passing < 0.9' },
      description: expect.stringMatching(
        /^The gate passing < 0\.9 failed for assistant 7: 67 % \(\d+–\d+, n = 200\)\.$/,
      ),
    })
    expect(gates[0].evidence).toHaveLength(10)
    expect(gates[0].evidence[0]).toMatchObject({
      input: 'What is the limit of part 0?',
      note: expect.stringContaining('limit'),
    })
    expect(hub.events).toContainEqual({ kind: 'finding', id: gates[0].id })
  })

  it('called fixed are open again when the gate fails again; what else people said stays', async () => {
    const [gate] = (await list()).items
    const change = async (body: object) => {
      const [{ revision }] = (await list()).items.filter((each: { id: string }) => each.id === gate.id)
      return call(ann.as, 'PATCH', `/findings/${gate.id}`, body, revision)
    }
    await change({ title: 'Limits are wrong', severity: 'minor', ownerId: 'cleo', status: 'fixed' })
    const push = (id: string) => hub.push(sampleRun({ id, cases, wrongEvery: 4 }))
    await push('01930000-0000-7000-8000-000000000204')
    expect((await list()).items.find((each: { id: string }) => each.id === gate.id)).toMatchObject({
      title: 'Limits are wrong',
      severity: 'minor',
      status: 'open',
      owner: { name: 'Cleo' },
      evaluationId: '01930000-0000-7000-8000-000000000204',
    })
    await change({ status: 'accepted risk' })
    await push('01930000-0000-7000-8000-000000000205')
    expect((await list('?status=accepted%20risk')).items).toMatchObject([{ id: gate.id }])
  })

  it('are written by people, changed at the revision that was read, and read the most severe first', async () => {
    const made = await call(ann.as, 'POST', '/findings', {
      title: 'Leaks its prompt',
      kind: 'security',
      severity: 'critical',
    })
    expect(made).toMatchObject({
      status: 201,
      body: { source: { kind: 'person', reference: 'ann' }, status: 'open' },
    })
    await call(ann.as, 'POST', '/findings', { title: 'Slow', kind: 'quality', severity: 'minor' })
    const late = await call(ann.as, 'PATCH', `/findings/${made.body.id}`, { status: 'fixed' }, 9)
    expect(late.status).toBe(412)
    const all = await list()
    expect(all.total).toBe(3)
    expect(all.items.map((each: { severity: string }) => each.severity)).toEqual([
      'critical',
      'minor',
      'minor',
    ])
    const first = await list('?limit=1')
    const rest = await list(`?cursor=${first.next}`)
    expect([...first.items, ...rest.items].map((each: { id: string }) => each.id)).toEqual(
      all.items.map((each: { id: string }) => each.id),
    )
    expect((await list('?kind=security')).items).toHaveLength(1)
    expect(
      (await call(ann.as, 'PATCH', `/findings/${made.body.id}`, { ownerId: 'nobody' }, 1)).body.code,
    ).toBe('ASSAY-9006')
  })

  it('are imported, and a second import updates instead of doubling', async () => {
    const report = (level: string) =>
      JSON.stringify({ LLMPromptInjectionDetector: { [level]: ['It can be hijacked.'] } })
    const send = (text: string, as: As = cleo.as) =>
      call(as, 'POST', '/findings/import', { format: 'giskard', name: 'scan.json', text })
    expect((await send(report('major'), ann.as)).status).toBe(403)
    expect((await send(report('major'))).body).toEqual({ added: 1, updated: 0, skipped: [] })
    const [finding] = (await list('?kind=security&severity=major')).items
    await call(ann.as, 'PATCH', `/findings/${finding.id}`, { status: 'false positive' }, finding.revision)
    expect((await send(report('minor'))).body).toEqual({ added: 0, updated: 1, skipped: [] })
    const after = (await list('?kind=security')).items.find((each: { id: string }) => each.id === finding.id)
    expect(after).toMatchObject({ status: 'false positive', severity: 'major' })
    const refused = await send('<html></html>')
    expect(refused).toMatchObject({ status: 422, body: { code: 'ASSAY-9006' } })
  })
})

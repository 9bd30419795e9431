import { randomUUID } from 'node:crypto'
import { judgeLabelSchema, type JudgeLabel, type LabelOutcome } from '@assay/contracts'
import { correctJudgedRate, formatLabel, parseLabels, settleLabels } from '@assay/core/judging/calibration'
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

const call = (as: As, method: string, path: string, body?: unknown) => hub.call(as, method, path, body)

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
    expect(await next(queue.id, cleo.as)).toEqual({ row: null, left: 0 })
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
    expect(settleLabels(labels).rows.filter(({ truth }) => truth === 'wrong')).toHaveLength(75)
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
    const { estimate, ...counted } = after.correction
    expect({ ...counted, estimate: null }).toEqual({ ...expected, estimate: null })
    for (const end of ['value', 'low', 'high'] as const)
      expect(estimate[end]).toBeCloseTo(expected?.estimate?.[end] ?? NaN, 12)
    // People found 125 of 200 right where the judge found 150.
    expect(after.correction).toMatchObject({ from: 'this run', right: 125, wrong: 75, otherwise: 25 })
    expect(estimate.value).toBeCloseTo(0.625, 6)
    await label(queue.id, last!.id, ann.as, { outcome: null })
    const back = await read()
    expect(back.correction.right + back.correction.wrong).toBe(199)
  })

  /** Wrong by people: all that the judge finds wrong, and every 8th that it does not. */
  const wordOf = (caseId: string): LabelOutcome =>
    indexOf(caseId) % 4 === 0 || indexOf(caseId) % 8 === 1 ? 'incorrect' : 'correct'
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'
import { openReviewHub, type ReviewHub } from '../reviews/fixtures/review-hub.ts'
import type { As } from '../testing/open-test-hub.ts'

const cases = 200
const run = sampleRun({ id: '01930000-0000-7000-8000-000000000201', cases, wrongEvery: 4 })

let hub: ReviewHub
let ann: { id: string; as: As }
let cleo: { id: string; as: As }
let viewer: { id: string; as: As }
beforeAll(async () => {
  hub = await openReviewHub({ cases })
  ann = await hub.addPerson('Ann', 'reviewer')
  cleo = await hub.addPerson('Cleo', 'maintainer')
  viewer = await hub.addPerson('Vera', 'viewer')
  const closed = await hub.push(run)
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
})
afterAll(() => hub.close())

describe('findings', () => {
  const list = async (query = '') => (await hub.call(viewer.as, 'GET', `/findings${query}`)).body

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
        /^The gate passing < 0\.9 failed for assistant 1: 67 % \(\d+–\d+, n = 200\)\.$/,
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
      return hub.call(ann.as, 'PATCH', `/findings/${gate.id}`, body, revision)
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
    const made = await hub.call(ann.as, 'POST', '/findings', {
      title: 'Leaks its prompt',
      kind: 'security',
      severity: 'critical',
    })
    expect(made).toMatchObject({
      status: 201,
      body: { source: { kind: 'person', reference: 'ann' }, status: 'open' },
    })
    await hub.call(ann.as, 'POST', '/findings', { title: 'Slow', kind: 'quality', severity: 'minor' })
    const late = await hub.call(ann.as, 'PATCH', `/findings/${made.body.id}`, { status: 'fixed' }, 9)
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
      (await hub.call(ann.as, 'PATCH', `/findings/${made.body.id}`, { ownerId: 'nobody' }, 1)).body.code,
    ).toBe('ASSAY-9006')
  })

  it('are imported, and a second import updates instead of doubling', async () => {
    const report = (level: string) =>
      JSON.stringify({ LLMPromptInjectionDetector: { [level]: ['It can be hijacked.'] } })
    const send = (text: string, as: As = cleo.as) =>
      hub.call(as, 'POST', '/findings/import', { format: 'giskard', name: 'scan.json', text })
    expect((await send(report('major'), ann.as)).status).toBe(403)
    expect((await send(report('major'))).body).toEqual({ added: 1, updated: 0, skipped: [] })
    const [finding] = (await list('?kind=security&severity=major')).items
    await hub.call(ann.as, 'PATCH', `/findings/${finding.id}`, { status: 'false positive' }, finding.revision)
    expect((await send(report('minor'))).body).toEqual({ added: 0, updated: 1, skipped: [] })
    const after = (await list('?kind=security')).items.find((each: { id: string }) => each.id === finding.id)
    expect(after).toMatchObject({ status: 'false positive', severity: 'major' })
    const refused = await send('<html></html>')
    expect(refused).toMatchObject({ status: 422, body: { code: 'ASSAY-9006' } })
  })
})

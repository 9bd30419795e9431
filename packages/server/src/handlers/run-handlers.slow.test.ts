import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEvaluationHub, type EvaluationHub } from '../evaluations/fixtures/evaluation-hub.ts'
import { summariseDue } from '../evaluations/close-run.ts'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'

const idOf = (number: number): string => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`

let hub: EvaluationHub
beforeAll(async () => {
  hub = await openEvaluationHub()
})
afterAll(() => hub.close())

const count = async (sql: string): Promise<number> => {
  const answer = await hub.facts.query({ query: `select toUInt32(${sql}`, format: 'JSONCompactEachRow' })
  const [row] = await answer.json<[number]>()
  return row?.[0] ?? Number.NaN
}
const rowsOf = (table: string, runId: string): Promise<number> =>
  count(`count()) from ${table} where run_id = '${runId}'`)

describe('the rows of a run', () => {
  const run = sampleRun({ id: idOf(1), cases: 25 })
  const path = (id = run.manifest.id, project = hub.projectId): string => `/projects/${project}/runs/${id}`
  const send = (table: string, from: number, rows: readonly unknown[]) =>
    hub.request('POST', `${path()}/rows`, { table, from, rows })

  it('are taken once, whoever sends them again', async () => {
    const opened = await hub.request('PUT', path(), { manifest: run.manifest, origin: 'command' })
    expect(opened).toMatchObject({
      status: 200,
      body: { evaluationId: run.manifest.id, next: { cases: 0, units: 0 } },
    })
    const { attempts } = run.tables
    expect((await send('attempts', 0, attempts.slice(0, 10))).body).toEqual({ next: 10 })
    expect((await send('attempts', 0, attempts.slice(0, 10))).body).toEqual({ next: 10 })
    expect((await send('attempts', 5, attempts.slice(5, 15))).body).toEqual({ next: 15 })
    expect(await rowsOf('run_rows', run.manifest.id)).toBe(15)
    expect(await rowsOf('attempts', run.manifest.id)).toBe(15)
    const again = await hub.request('PUT', path(), { manifest: run.manifest, origin: 'command' })
    expect(again.body.next).toMatchObject({ attempts: 15, verdicts: 0 })
  })

  it('leave no hole', async () => {
    const refused = await send('attempts', 16, run.tables.attempts.slice(16, 18))
    expect(refused).toMatchObject({ status: 409, body: { code: 'ASSAY-9009' } })
    expect(refused.body.fix).toContain('from line 15')
  })

  it('are refused as a whole where one is wrong, which is named', async () => {
    const [first, second] = run.tables.attempts.slice(15, 17)
    const refused = await send('attempts', 15, [first, { ...second, repeat: -1 }])
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'ASSAY-9006',
        fields: [{ pointer: '/rows/1', message: expect.stringContaining('attempts, line 17: repeat') }],
      },
    })
    expect(await rowsOf('attempts', run.manifest.id)).toBe(15)
  })

  it('come from several senders at once without harm', async () => {
    const rows = run.tables.attempts.slice(15)
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('attempts', 15, rows)))
    expect(answers.map(({ body }) => body.next)).toEqual(Array.from({ length: 8 }, () => 25))
    expect(await rowsOf('attempts', run.manifest.id)).toBe(25)
  })

  it('are given back as they came', async () => {
    const rows = [
      {
        unit: 'x',
        caseId: 'y',
        repeat: 0,
        checkKey: 'k',
        check: 'c',
        later: { b: 1, a: '\ud83d\ude42 "q"\n' },
        outcome: 'pass',
      },
    ]
    await send('verdicts', 0, rows)
    const given = await hub.request('GET', `${path()}/rows?table=verdicts`)
    expect(given.headers.get('content-type')).toContain('application/x-ndjson')
    expect(given.body).toBe(`${JSON.stringify(rows[0])}\n`)
    const part = await hub.request('GET', `${path()}/rows?table=attempts&from=20&limit=3`)
    expect(String(part.body).trimEnd().split('\n')).toEqual(
      run.tables.attempts.slice(20, 23).map((row) => JSON.stringify(row)),
    )
  })

  it('may hold what no text should: half a surrogate pair, zeros', async () => {
    const strange = {
      unit: 'u\ud800',
      caseId: 'c\u0000',
      repeat: 0,
      check: 'odd\ud800\u0000',
      checkKey: 'k',
      outcome: 'pass',
    }
    expect(await send('verdicts', 1, [strange])).toMatchObject({ status: 200, body: { next: 2 } })
    const given = await hub.request('GET', `${path()}/rows?table=verdicts&from=1`)
    expect(JSON.parse(String(given.body))).toEqual(strange)
  })

  it('belong to one project', async () => {
    const other = await hub.request('POST', '/projects', { name: 'Other' })
    const elsewhere = path(run.manifest.id, String(other.body.id))
    const opened = await hub.request('PUT', elsewhere, { manifest: run.manifest, origin: 'command' })
    expect(opened).toMatchObject({ status: 404, body: { code: 'ASSAY-9003' } })
    for (const [method, end, body] of [
      ['POST', '/rows', { table: 'units', from: 0, rows: run.tables.units }],
      ['GET', '/rows?table=units', undefined],
      ['POST', '/close', { status: 'finished' }],
    ] as const)
      expect((await hub.request(method, `${elsewhere}${end}`, body)).status, end).toBe(404)
  })
})

describe('announcing a run', () => {
  it('refuses another run under the same id, and one that is no evaluation', async () => {
    const run = sampleRun({ id: idOf(2), cases: 3 })
    const path = `/projects/${hub.projectId}/runs/${run.manifest.id}`
    const put = (manifest: unknown) => hub.request('PUT', path, { manifest, origin: 'upload' })
    expect((await put(run.manifest)).status).toBe(200)
    expect(await put({ ...run.manifest, planHash: 'other' })).toMatchObject({ status: 409 })
    expect(await put({ ...run.manifest, id: idOf(3) })).toMatchObject({ status: 422 })
    expect(await put({ ...run.manifest, kind: 'generation' })).toMatchObject({ status: 422 })
    const huge = { ...run.manifest.configuration, repeats: 2 ** 40 }
    expect(await put({ ...run.manifest, configuration: huge })).toMatchObject({ status: 422 })
  })

  it('is done once by many at the same time', async () => {
    const run = sampleRun({ id: idOf(4), cases: 3 })
    const path = `/projects/${hub.projectId}/runs/${run.manifest.id}`
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => hub.request('PUT', path, { manifest: run.manifest, origin: 'upload' })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
  })
})

describe('closing a run', () => {
  it('makes its figures, which the answer carries', async () => {
    const run = sampleRun({ id: idOf(10), cases: 40 })
    const closed = await hub.push(run)
    expect(closed.status).toBe(200)
    expect(closed.body).toMatchObject({
      status: 'finished',
      origin: 'upload',
      progress: { done: 40, total: 40, errors: 0 },
      target: { name: 'assistant', version: '1', pin: null },
      costUsd: expect.closeTo(0.06),
    })
    expect(closed.body.passing.n).toBe(40)
    expect(closed.body.passing.value).toBeLessThan(0.75)
    expect(closed.body.headline.answer).toContain('Not yet.')
    expect(closed.body.startedAt).toBe('2026-11-20T10:00:00.000Z')
  })

  it('counts while it runs, and opens again where rows come later', async () => {
    const run = sampleRun({ id: idOf(11), cases: 10 })
    const path = `/projects/${hub.projectId}/runs/${run.manifest.id}`
    const read = async () =>
      (await hub.request('GET', `/projects/${hub.projectId}/evaluations/${run.manifest.id}`)).body
    const events: unknown[] = []
    const stop = hub.hub.events.subscribe(hub.projectId, (event) => events.push(event))
    await hub.request('PUT', path, { manifest: run.manifest, origin: 'command' })
    const send = async (table: 'cases' | 'attempts' | 'verdicts' | 'units', from: number, to: number) =>
      hub.request('POST', `${path}/rows`, { table, from, rows: run.tables[table].slice(from, to) })
    await send('cases', 0, 10)
    await send('attempts', 0, 4)
    await send('verdicts', 0, 12)
    await send('units', 0, 4)
    expect(await read()).toMatchObject({
      evaluation: {
        status: 'running',
        progress: { done: 4, total: 10, errors: 0, costUsd: expect.closeTo(0.004) },
        passing: null,
      },
      summary: null,
    })
    expect(events).toContainEqual(
      expect.objectContaining({
        evaluation: { status: 'running', progress: expect.objectContaining({ done: 4 }) },
      }),
    )
    await hub.request('POST', `${path}/close`, { status: 'stopped' })
    expect((await read()).evaluation).toMatchObject({
      status: 'stopped',
      finishedAt: null,
      passing: { n: 4 },
    })
    await send('attempts', 4, 10)
    await send('verdicts', 12, 30)
    await hub.request('POST', `${path}/rows`, {
      table: 'units',
      from: 4,
      rows: [
        ...run.tables.units.slice(4, 9),
        { key: run.tables.units[9]!.key, status: 'failed', error: { code: 'ASSAY-4001', message: 'x' } },
        { key: run.tables.units[9]!.key, status: 'done' },
      ],
    })
    expect((await read()).evaluation).toMatchObject({ status: 'running', progress: { done: 10, errors: 0 } })
    await hub.request('POST', `${path}/close`, { status: 'finished' })
    expect((await read()).evaluation).toMatchObject({ status: 'finished', passing: { n: 10 } })
    stop()
  })

  it('changes nothing when the same run is sent again', async () => {
    const run = sampleRun({ id: idOf(12), cases: 20 })
    const first = await hub.push(run)
    const results = await rowsOf('results', run.manifest.id)
    const second = await hub.push(run)
    expect(second.body).toEqual(first.body)
    expect(await rowsOf('run_rows', run.manifest.id)).toBe(20 * 7 + 12)
    expect(await rowsOf('results', run.manifest.id)).toBe(results)
  })

  it('by a hub that died before its figures were made leaves them to the next start', async () => {
    const run = sampleRun({ id: idOf(14), cases: 8 })
    await hub.push(run)
    const { control } = hub.hub
    const forgotten = { summary: null, passing: null, headline: null, summary_number: 0, summary_due: true }
    await control.updateTable('evaluations').set(forgotten).where('id', '=', run.manifest.id).execute()
    const changed = new Promise<void>((resolve) => {
      const stop = hub.hub.events.subscribe(hub.projectId, ({ id }) => {
        if (id !== run.manifest.id) return
        stop()
        resolve()
      })
    })
    await summariseDue(hub.hub)
    await changed
    const { body } = await hub.request('GET', `/projects/${hub.projectId}/evaluations/${run.manifest.id}`)
    expect(body.evaluation.passing.n).toBe(8)
    expect(await rowsOf('results', run.manifest.id), 'those of before stay, and do not count').toBe(16)
    const results = await hub.request(
      'GET',
      `/projects/${hub.projectId}/evaluations/${run.manifest.id}/results`,
    )
    expect(results.body.total).toBe(8)
  })

  it('of a run without rows leaves it without figures', async () => {
    const run = sampleRun({ id: idOf(13), cases: 5 })
    const path = `/projects/${hub.projectId}/runs/${run.manifest.id}`
    await hub.request('PUT', path, { manifest: run.manifest, origin: 'command' })
    const error = { code: 'ASSAY-4001', message: 'The target did not answer' }
    const closed = await hub.request('POST', `${path}/close`, { status: 'failed', error })
    expect(closed).toMatchObject({
      status: 200,
      body: { status: 'failed', error, passing: null, headline: null },
    })
  })
})

it('whoever watches a project hears of its runs', async () => {
  const response = await hub.raw(`/projects/${hub.projectId}/events`)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader.read()).value).toBe('retry: 2000\n\n')
  const run = sampleRun({ id: idOf(20), cases: 2 })
  await hub.push(run)
  let heard = ''
  while (!heard.includes('"finished"')) heard += (await reader.read()).value ?? ''
  expect(heard).toMatch(
    /^event: evaluation\ndata: \{"kind":"evaluation","id":"[0-9a-f-]+","evaluation":\{"status":"running"/,
  )
  await reader.cancel()
})

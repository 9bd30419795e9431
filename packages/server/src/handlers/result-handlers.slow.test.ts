import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCsvRows } from '@assay/core/csv'
import { openEvaluationHub, type EvaluationHub } from '../evaluations/fixtures/evaluation-hub.ts'
import { sampleRun } from '../evaluations/fixtures/sample-run.ts'

const first = sampleRun({ id: '01930000-0000-7000-8000-000000000101', cases: 60 })
const better = sampleRun({
  id: '01930000-0000-7000-8000-000000000102',
  cases: 60,
  wrongEvery: 30,
  version: '2',
})

let hub: EvaluationHub
beforeAll(async () => {
  hub = await openEvaluationHub()
  for (const run of [first, better]) {
    const closed = await hub.push(run)
    if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
  }
})
afterAll(() => hub.close())

const evaluation = (id = first.manifest.id): string => `/projects/${hub.projectId}/evaluations/${id}`
const list = (query: Record<string, string> = {}) =>
  hub.request('GET', `${evaluation()}/results?${new URLSearchParams(query).toString()}`)
const idsOf = (body: { items: { result: { caseId: string } }[] }): string[] =>
  body.items.map(({ result }) => result.caseId)

describe('the list of results', () => {
  it('has failures first and is read page by page, each case once', async () => {
    const seen: { caseId: string; passed: boolean }[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await list({ limit: '7', ...(cursor === '' ? {} : { cursor }) })
      expect(page.body.total).toBe(60)
      seen.push(
        ...page.body.items.map(({ result }: { result: { caseId: string; passed: boolean } }) => result),
      )
      cursor = page.body.next
    }
    expect(new Set(seen.map(({ caseId }) => caseId)).size).toBe(60)
    const firstPass = seen.findIndex(({ passed }) => passed)
    expect(seen.slice(0, firstPass).every(({ passed }) => !passed)).toBe(true)
    expect(seen.slice(firstPass).every(({ passed }) => passed)).toBe(true)
    expect(firstPass).toBeGreaterThan(10)
  })

  it.each([
    [{ type: 'situational' }, (index: number) => index % 5 === 4],
    [{ level: 'easy', language: 'en' }, () => true],
    [{ level: 'complex' }, () => false],
    [{ language: 'de' }, () => false],
    [{ length: 'no such band' }, () => false],
    [{ topic: 'limits' }, (index: number) => index % 3 === 0],
    [{ tag: 'smoke' }, (index: number) => index % 5 === 0],
    [{ source: 'page-1.md' }, (index: number) => index % 4 === 1],
    [{ check: 'limit' }, (index: number) => index % 9 === 0],
    [{ outcome: 'incorrect' }, (index: number) => index % 4 === 0],
    [{ passed: 'true' }, (index: number) => index % 4 !== 0 && index % 9 !== 0],
    [
      { passed: 'false', topic: 'limits' },
      (index: number) => index % 3 === 0 && (index % 4 === 0 || index % 9 === 0),
    ],
    [{ text: 'LIMIT OF PART 17?' }, (index: number) => index === 17],
    [{ text: 'second line; NAÏVE 🙂' }, () => true],
    [{ text: 'case-00007' }, (index: number) => index === 7],
    [{ text: "'; drop table results --" }, () => false],
    [{ text: '%' }, () => false],
  ])('is filtered by %j', async (query, belongs) => {
    const page = await list({ ...query, limit: '100' })
    const expected = first.tables.cases.filter((_, index) => belongs(index)).map(({ id }) => id)
    expect(idsOf(page.body).sort()).toEqual(expected)
    expect(page.body.total).toBe(expected.length)
  })

  it('cuts long texts and says how an answer begins', async () => {
    const page = await list({ text: 'case-00003' })
    expect(page.body.items[0]).toMatchObject({
      question: 'What is the limit of part 3?',
      answer: expect.stringMatching(/^The limit of part 3 is 3 MiB/),
      labels: 0,
      comments: 0,
      hidden: false,
    })
  })

  it('leaves hidden results out, counts them, and shows them where asked', async () => {
    const hide = (hidden: boolean) =>
      hub.request('PUT', `${evaluation()}/results/case-00004/hidden`, { hidden, reason: 'personal data' })
    expect(await hide(true)).toMatchObject({ status: 200, body: { hidden: true } })
    expect(idsOf((await list({ limit: '100' })).body)).not.toContain('case-00004')
    const shown = await list({ hidden: 'true' })
    expect(shown.body).toMatchObject({
      total: 1,
      items: [{ hidden: true, result: { caseId: 'case-00004' } }],
    })
    expect((await hub.request('GET', evaluation())).body.evaluation.hidden).toBe(1)
    const detail = await hub.request('GET', `${evaluation()}/results/case-00004`)
    expect(detail.body.hidden).toMatchObject({ by: { name: 'Olga Owner' }, reason: 'personal data' })
    await hide(false)
    expect((await list({ limit: '100' })).body.total).toBe(60)
    expect((await list({ hidden: 'true' })).body).toEqual({ items: [], next: null, total: 0 })
    const nowhere = await hub.request('PUT', `${evaluation()}/results/nowhere/hidden`, { hidden: true })
    expect(nowhere.status).toBe(404)
  })
})

describe('one result', () => {
  it('shows every attempt with its verdicts and the passages', async () => {
    const detail = await hub.request('GET', `${evaluation()}/results/case-00013`)
    expect(detail.status).toBe(200)
    expect(detail.body.testCase).toEqual(first.tables.cases[13])
    expect(detail.body.references).toEqual([first.tables.contexts[1]])
    expect(detail.body.attempts).toHaveLength(1)
    expect(detail.body.attempts[0].attempt).toEqual(first.tables.attempts[13])
    expect(detail.body.attempts[0].verdicts).toEqual(first.tables.verdicts.slice(39, 42))
    expect((await hub.request('GET', `${evaluation()}/results/nowhere`)).status).toBe(404)
    expect((await hub.request('GET', `${evaluation()}/results/%00`)).status).toBe(404)
  })
})

describe('the export', () => {
  const exported = async (format: string): Promise<Buffer> => {
    const response = await hub.raw(`${evaluation()}/export?format=${format}`)
    expect(response.headers.get('content-disposition')).toContain(`assistant-1.${format}`)
    return Buffer.from(await response.arrayBuffer())
  }

  it('as JSON Lines holds every case whole', async () => {
    const rows = (await exported('jsonl'))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toHaveLength(60)
    const row = rows.find(({ testCase }) => testCase.id === 'case-00020')
    expect(row.testCase).toEqual(first.tables.cases[20])
    expect(row.answer).toEqual(first.tables.attempts[20]!.answer)
  })

  it('as CSV can be read back', async () => {
    const rows = parseCsvRows((await exported('csv')).toString('utf8'), 'export')
    expect(rows.ok && rows.value.length).toBe(60)
    const record = rows.ok ? rows.value.find((row) => row.record['id'] === 'case-00020')?.record : {}
    expect(record).toMatchObject({
      outcome: 'incorrect',
      passed: 'false',
      answer: first.tables.attempts[20]!.answer!.text,
    })
  })

  it('as XLSX opens in a spreadsheet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-xlsx-'))
    try {
      const file = join(folder, 'x.xlsx')
      await writeFile(file, await exported('xlsx'))
      const book = new excel.Workbook()
      await book.xlsx.readFile(file)
      const sheet = book.getWorksheet('Results')!
      expect(sheet.rowCount).toBe(61)
      expect(sheet.getRow(1).getCell(1).value).toBe('id')
      expect(sheet.getRow(2).getCell(11).value).toBe(false)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('a comparison', () => {
  const compare = (query: Record<string, string>) =>
    hub.request('GET', `/projects/${hub.projectId}/comparisons?${new URLSearchParams(query).toString()}`)
  const [a, b] = [first.manifest.id, better.manifest.id]

  it('says what changed and is the same when it is asked again', async () => {
    const made = await compare({ a, b })
    expect(made).toMatchObject({
      status: 200,
      body: { overall: { verdict: 'better', pairs: 60 }, cases: { shared: 60 }, a: { id: a }, b: { id: b } },
    })
    expect(made.body.differs).toContainEqual({ what: 'target version', a: '1', b: '2', effect: 'intended' })
    expect(made.body.flips.length).toBeGreaterThan(5)
    expect(made.body.flips[0].question).toContain('What is the limit of part')
    const keptAt = () =>
      hub.hub.control.selectFrom('comparisons').select(['a_id', 'b_id', 'made_at']).execute()
    const before = await keptAt()
    expect((await compare({ a, b })).body).toEqual(made.body)
    expect(await keptAt(), 'it was not made again').toEqual(before)
    expect((await compare({ a, b, margin: '0.5' })).body.overall.margin).toBe(0.5)
  })

  it('of what is not there is refused', async () => {
    expect((await compare({ a, b: '01930000-0000-7000-8000-00000000ffff' })).status).toBe(404)
    expect((await compare({ a, b: 'x' })).status).toBe(422)
    const open = sampleRun({ id: '01930000-0000-7000-8000-000000000103', cases: 3 })
    await hub.request('PUT', `/projects/${hub.projectId}/runs/${open.manifest.id}`, {
      manifest: open.manifest,
      origin: 'command',
    })
    expect((await compare({ a, b: open.manifest.id })).body.code).toBe('ASSAY-7003')
  })
})

describe('the home page', () => {
  it('shows the last evaluation, what it changed and the way there', async () => {
    const standings = await hub.request('GET', '/standings')
    expect(standings.status).toBe(200)
    expect(standings.body.items).toEqual([
      expect.objectContaining({
        role: 'owner',
        quality: expect.objectContaining({
          evaluationId: better.manifest.id,
          target: 'assistant',
          version: '2',
        }),
        change: expect.objectContaining({ verdict: 'better', pairs: 60 }),
        costUsd: expect.closeTo(0.18),
      }),
    ])
    const [{ quality, needsPerson, openFindings }] = standings.body.items
    expect(quality.history).toHaveLength(1)
    expect(quality.history[0]).toBeLessThan(quality.passing.value)
    expect(needsPerson).toMatchObject({ failedEvaluations: 0, openReviews: 0 })
    expect(openFindings.critical + openFindings.major + openFindings.minor).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { openFinishedRows } from '../runs/finished-rows.ts'
import type { AttemptRow, EvaluationConfiguration, TestCase, UnitRow, VerdictRow } from '@assay/contracts'
import { buildTestCase, createMemoryRunStore } from '@assay/testkit'
import { summariseEvaluation } from './summarise-evaluation.ts'

const configuration = (cases: number): EvaluationConfiguration => ({
  target: { name: 'assistant', kind: 'module', version: 'v1' },
  testSet: { name: 'testset.jsonl', hash: 'abc', cases, reviewed: 0, stale: 0 },
  knowledgeBase: null,
  judge: { id: 'rules', version: '1', kind: 'rules' },
  checks: [],
  checkSets: {},
  checkTemplates: {},
  repeats: 1,
  quarantineFlaky: false,
  retrievalDepth: 5,
  gates: [],
  limits: { concurrency: 1 },
})

type Label = 'correct' | 'incorrect' | 'not-judged' | 'error' | 'unfinished'

/** A run whose cases came out as said. */
function runOf(
  labels: readonly Label[],
  parts: Partial<TestCase> | ((index: number) => Partial<TestCase>) = {},
) {
  const cases = labels.map((_, index) =>
    buildTestCase({
      id: `c${index}`,
      clusterKey: `f${index}`,
      ...(typeof parts === 'function' ? parts(index) : parts),
    }),
  )
  const attempts: AttemptRow[] = cases.map(({ id }) => ({
    unit: `${id}#0`,
    caseId: id,
    repeat: 0,
    at: '2026-01-01T00:00:00Z',
    tries: 1,
    answer: { text: 'answer', latencyMs: 10 },
    error: null,
  }))
  const verdicts: VerdictRow[] = labels.flatMap((label, index) => {
    if (label === 'error' || label === 'unfinished') return []
    const outcome = label === 'correct' ? 'pass' : label === 'incorrect' ? 'fail' : 'not-judged'
    return [
      {
        unit: `c${index}#0`,
        caseId: `c${index}`,
        repeat: 0,
        check: 'correctness',
        checkKey: 'k',
        outcome,
        label,
      },
    ]
  })
  const units: UnitRow[] = labels.flatMap((label, index): UnitRow[] => {
    if (label === 'unfinished') return []
    return [
      label === 'error'
        ? { key: `c${index}#0`, status: 'failed', error: { code: 'ASSAY-4003', message: 'broke' } }
        : { key: `c${index}#0`, status: 'done' },
    ]
  })
  return createMemoryRunStore(
    { configuration: configuration(labels.length) },
    { cases, attempts, verdicts, units },
  )
}

const summarise = (run: ReturnType<typeof runOf>) =>
  summariseEvaluation({ run, finished: openFinishedRows(run), folder: '.assay/runs/x', judgeMeasured: null })

describe('summariseEvaluation', () => {
  it('keeps errors and unjudged cases out of the rate and counts them beside it', async () => {
    const summary = await summarise(runOf(['correct', 'correct', 'incorrect', 'not-judged', 'error']))
    expect(summary.correctness).toMatchObject({ n: 3, successes: 2 })
    expect(summary.counts).toMatchObject({
      cases: 5,
      finished: 5,
      correct: 2,
      incorrect: 1,
      notJudged: 1,
      errors: 1,
    })
  })

  it('bounds the rate by all unjudged wrong and all right', async () => {
    const summary = await summarise(runOf(['correct', 'correct', 'incorrect', 'not-judged']))
    expect(summary.passingBounds).toEqual({ low: 0.5, high: 0.75 })
    expect((await summarise(runOf(['correct', 'incorrect']))).passingBounds).toBeNull()
  })

  it('leaves out what a killed run had not finished', async () => {
    const summary = await summarise(runOf(['correct', 'unfinished']))
    expect(summary.counts).toMatchObject({ cases: 2, finished: 1, errors: 0 })
  })

  it('says "not tested" of what nothing tested', async () => {
    const summary = await summarise(runOf(['correct']))
    expect(summary.declining).toMatchObject({ value: null, n: 0 })
    expect(summary.retrieval).toBeNull()
    expect(summary.reliability).toBeNull()
  })

  it('counts no certainty from one case asked in many forms', async () => {
    const many = await summarise(
      runOf(Array.from({ length: 40 }, (_, index): Label => (index < 30 ? 'correct' : 'incorrect'))),
    )
    const one = await summarise(
      runOf(
        Array.from({ length: 40 }, (_, index): Label => (index < 30 ? 'correct' : 'incorrect')),
        { clusterKey: 'one fact' },
      ),
    )
    const width = ({ correctness }: typeof many) => (correctness.high ?? 1) - (correctness.low ?? 0)
    expect(width(one)).toBeGreaterThan(width(many))
  })
})

describe('slices', () => {
  /** 60 cases; every third carries the tag and fails. */
  const labels = Array.from({ length: 60 }, (_, index): Label => (index % 3 === 0 ? 'incorrect' : 'correct'))

  it('marks the tag that explains the failures and leaves the others alone', async () => {
    const run = runOf(labels, (index) => ({
      tags: index % 3 === 0 ? ['negation', `odd-${index % 2}`] : [`odd-${index % 2}`],
    }))
    const { slices } = await summarise(run)
    const tags = slices.find(({ by }) => by === 'tag')?.rows
    expect(tags?.map(({ value, cases, weaker }) => [value, cases, weaker])).toEqual([
      ['negation', 20, true],
      ['odd-0', 30, false],
      ['odd-1', 30, false],
    ])
  })

  it('finds that long questions fail', async () => {
    const run = runOf(labels, (index) => ({ question: index % 3 === 0 ? 'why '.repeat(20) : 'why so' }))
    const { slices, cases } = await summarise(run)
    expect(slices.find(({ by }) => by === 'length')?.rows).toMatchObject([
      { value: '3 words and more', weaker: true },
      { value: 'up to 2 words', weaker: false },
    ])
    expect(cases[0]?.length).toBe('3 words and more')
  })

  it('screens no slice of fewer than ten cases, and calls nothing weaker by chance', async () => {
    const few = await summarise(runOf(labels, (index) => ({ topic: index < 9 ? 'small' : 'large' })))
    expect(few.slices.find(({ by }) => by === 'topic')?.rows.map(({ weaker }) => weaker)).toEqual([
      null,
      null,
    ])
    const even = await summarise(runOf(labels, (index) => ({ topic: `t${index % 4}` })))
    expect(even.slices.flatMap(({ rows }) => rows).filter(({ weaker }) => weaker)).toEqual([])
  })
})

describe('flaky cases', () => {
  /** Two repeats: c0 passes once, c1 twice, c2 never. */
  const run = (quarantineFlaky: boolean) => {
    const passes = [
      [true, false],
      [true, true],
      [false, false],
    ]
    const cases = passes.map((_, index) => buildTestCase({ id: `c${index}`, clusterKey: `f${index}` }))
    const rows = passes.flatMap((repeats, index) =>
      repeats.map((pass, repeat) => ({ unit: `c${index}#${repeat}`, caseId: `c${index}`, repeat, pass })),
    )
    return createMemoryRunStore(
      { configuration: { ...configuration(3), repeats: 2, quarantineFlaky } },
      {
        cases,
        attempts: rows.map(({ unit, caseId, repeat }) => ({
          unit,
          caseId,
          repeat,
          at: '2026-01-01T00:00:00Z',
          tries: 1,
          answer: { text: 'answer', latencyMs: 10 },
          error: null,
        })),
        verdicts: rows.map(({ pass, ...row }) => ({
          ...row,
          check: 'correctness',
          checkKey: 'k',
          outcome: pass ? 'pass' : 'fail',
          label: pass ? 'correct' : 'incorrect',
        })),
        units: rows.map(({ unit }) => ({ key: unit, status: 'done' as const })),
      },
    )
  }

  it('are named, and counted by their repeats', async () => {
    const summary = await summarise(run(false))
    expect(summary.flaky).toEqual({ quarantined: false, cases: [{ caseId: 'c0', passRate: 0.5 }] })
    expect(summary.passing).toMatchObject({ n: 6, successes: 3 })
    expect(summary.reliability).toMatchObject({ n: 3, successes: 2 })
  })

  it('stand in no figure but reliability when they are quarantined', async () => {
    const summary = await summarise(run(true))
    expect(summary.flaky).toMatchObject({ quarantined: true, cases: [{ caseId: 'c0' }] })
    expect(summary.passing).toMatchObject({ n: 4, successes: 2 })
    expect(summary.counts).toMatchObject({ cases: 3, finished: 2, quarantined: 1, correct: 1, incorrect: 1 })
    expect(summary.cases.map(({ caseId }) => caseId)).toEqual(['c1', 'c2'])
    expect(summary.reliability).toMatchObject({ n: 3, successes: 2 })
  })
})

it('shows the first attempt that was judged, and says which', async () => {
  const testCase = buildTestCase({ id: 'c', clusterKey: 'f' })
  const row = (repeat: number) => ({ unit: `c#${repeat}`, caseId: 'c', repeat })
  const broke = { code: 'ASSAY-4003', message: 'broke' } as const
  const attempt = (repeat: number, breaks: boolean): AttemptRow => ({
    ...row(repeat),
    at: '2026-01-01T00:00:00Z',
    tries: 1,
    answer: breaks ? null : { text: 'answer', latencyMs: 10 },
    error: breaks ? broke : null,
  })
  const run = createMemoryRunStore(
    { configuration: { ...configuration(1), repeats: 2 } },
    {
      cases: [testCase],
      attempts: [attempt(0, true), attempt(1, false)],
      verdicts: [{ ...row(1), check: 'correctness', checkKey: 'k', outcome: 'pass', label: 'correct' }],
      units: [
        { key: 'c#0', status: 'failed', error: broke },
        { key: 'c#1', status: 'done' },
      ],
    },
  )
  const { cases } = await summarise(run)
  expect(cases).toMatchObject([{ shownRepeat: 1, outcome: 'correct', errorCode: null, latencyMs: 10 }])
})

it('turns scores where low is good, and keeps the interval of scores on their scale', async () => {
  const run = runOf(['correct', 'correct'])
  const check = (index: number, parts: Partial<VerdictRow>): VerdictRow => ({
    unit: `c${index}#0`,
    caseId: `c${index}`,
    repeat: 0,
    check: 'x',
    checkKey: 'k',
    outcome: 'pass',
    required: true,
    ...parts,
  })
  for (const index of [0, 1]) {
    await run.append('verdicts', check(index, { check: 'contains', score: 1 }))
    await run.append('verdicts', check(index, { check: 'refusal', score: 0, better: 'lower' }))
    await run.append('verdicts', check(index, { check: 'f1', score: index === 0 ? 0.9 : 1 }))
  }
  const { cases, checks } = await summarise(run)
  expect(cases.map(({ checkScore }) => checkScore)).toEqual([expect.closeTo(2.9 / 3, 9), 1])
  expect(checks.find(({ name }) => name === 'f1')?.score?.high).toBeLessThanOrEqual(1)
})

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
  retrievalDepth: 5,
  gates: [],
  limits: { concurrency: 1 },
})

type Label = 'correct' | 'incorrect' | 'not-judged' | 'error' | 'unfinished'

/** A run whose cases came out as said. */
function runOf(labels: readonly Label[], parts: Partial<TestCase> = {}) {
  const cases = labels.map((_, index) =>
    buildTestCase({ id: `c${index}`, clusterKey: `f${index}`, ...parts }),
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

import { buildReport } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { compareRuns, type ComparedSide } from '../evaluation/compare-runs.ts'
import { summariseReview } from './summarise-review.ts'

const { summary } = buildReport({ size: 60, seed: 3 })
const configuration: ComparedSide['configuration'] = {
  target: { name: 'assistant', kind: 'openai', version: '13' },
  testSet: { name: 't', hash: 'h', cases: 60, reviewed: 0, stale: 0 },
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
}

/** The made-up run with the outcome of each case given by its position. */
function side(pass: (index: number) => boolean | null, prefix = ''): ComparedSide {
  const cases = summary.cases.map((each, index) => {
    const passed = pass(index)
    const outcome =
      passed === null ? ('not-judged' as const) : passed ? ('correct' as const) : ('incorrect' as const)
    const caseId = `${prefix}${each.caseId}`
    return {
      ...each,
      caseId,
      type: 'simple' as const,
      declining: null,
      clusterKey: caseId,
      passed,
      passRate: passed === null ? null : Number(passed),
      outcome,
      failsByChecksAlone: false,
      reason: passed === false ? `${caseId} is contradicted` : null,
    }
  })
  return { summary: { ...summary, cases }, configuration }
}

interface Sides {
  readonly candidate?: ComparedSide
  readonly baseline?: ComparedSide
  readonly gates?: readonly string[]
}

function summarise({ candidate = side(() => true), baseline, gates = [] }: Sides) {
  const compared =
    baseline === undefined
      ? null
      : compareRuns(baseline, candidate, { margin: 0.03, questions: new Map([['case-1', 'Which port?']]) })
  return summariseReview({
    candidate: candidate.summary,
    against:
      baseline === undefined
        ? null
        : { baseline: baseline.summary, comparison: compared?.ok === true ? compared.value : null },
    gates,
  })
}

describe('the figures of a review', () => {
  it('name each case that was lost or gained, with what was said where it fails', () => {
    const figures = summarise({
      candidate: side((index) => index % 3 !== 0),
      baseline: side((index) => index % 5 !== 0),
    })
    const lost = [...Array(60).keys()].filter((index) => index % 3 === 0 && index % 5 !== 0)
    const gained = [...Array(60).keys()].filter((index) => index % 3 !== 0 && index % 5 === 0)
    expect(figures.moved).toMatchObject({ lost: lost.length, gained: gained.length, notPaired: 0 })
    expect(figures.regressions).toHaveLength(lost.length)
    expect(figures.improvements).toHaveLength(gained.length)
    for (const each of figures.regressions)
      expect(each).toMatchObject({
        from: 'correct',
        to: 'incorrect',
        because: `${each.caseId} is contradicted`,
      })
    for (const each of figures.improvements)
      expect(each).toMatchObject({
        from: 'incorrect',
        to: 'correct',
        because: `${each.caseId} is contradicted`,
      })
    expect(figures.overall).toMatchObject({ verdict: 'not enough cases to tell', pairs: 60 })
  })

  it('count what is not in the difference: not judged in one, asked in one alone', () => {
    const figures = summarise({
      candidate: side((index) => (index < 4 ? null : true)),
      baseline: side(() => true),
    })
    expect(figures.moved).toEqual({
      lost: 0,
      gained: 0,
      notPaired: 4,
      onlyInCandidate: 0,
      onlyInBaseline: 0,
    })
    const apart = summarise({ baseline: side(() => true, 'other-') })
    expect(apart.overall).toMatchObject({ verdict: 'not tested', pairs: 0 })
    expect(apart.moved).toMatchObject({ onlyInCandidate: 60, onlyInBaseline: 60 })
  })

  it('decide the gates of the review, those about the baseline too', () => {
    const gates = ['passing < 99%', 'regression']
    const worse = summarise({
      candidate: side((index) => index % 3 !== 0),
      baseline: side(() => true),
      gates,
    })
    expect(worse.gates.map(({ outcome }) => outcome)).toEqual(['failed', 'failed'])
    expect(summarise({ gates }).gates.map(({ outcome }) => outcome)).toEqual(['failed', 'not tested'])
    expect(summarise({ gates: ['check(nobody) < 1', 'passing > 0%'] }).gates).toEqual([
      {
        expression: 'check(nobody) < 1',
        outcome: 'not tested',
        measured: 'No check of this run is called nobody',
      },
      expect.objectContaining({ outcome: 'failed' }),
    ])
  })

  it('have no difference where there is no earlier version', () => {
    expect(summarise({})).toMatchObject({ overall: null, baseline: null, differs: [], regressions: [] })
  })
})

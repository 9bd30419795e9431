import { describe, expect, it } from 'vitest'
import type { CaseResult, Estimate } from '@assay/contracts'
import { describeHeadline, describeWeaknesses } from './describe-headline.ts'

const result = (parts: Partial<CaseResult>): CaseResult => ({
  caseId: 'c',
  type: 'simple',
  level: 'easy',
  topic: null,
  language: 'en',
  tags: [],
  length: 'any length',
  clusterKey: 'c',
  source: 'guide.md',
  repeats: 1,
  shownRepeat: 0,
  outcome: 'correct',
  passed: true,
  passRate: 1,
  stable: null,
  declining: null,
  retrieval: null,
  component: null,
  componentEvidence: null,
  latencyMs: 1,
  failedChecks: [],
  failsByChecksAlone: false,
  checkScore: null,
  errorCode: null,
  reason: null,
  ...parts,
})
let made = 0
const many = (count: number, parts: Partial<CaseResult>): CaseResult[] =>
  Array.from({ length: count }, () => {
    made += 1
    return result({ caseId: `c${made}`, clusterKey: `c${made}`, ...parts })
  })
const wrong = { outcome: 'incorrect', passed: false } as const
const rate: Estimate = { value: 0.6, low: 0.5, high: 0.7, n: 80, method: 'test' }

describe('describeWeaknesses', () => {
  it('says that a target declines nothing', () => {
    expect(describeWeaknesses(many(16, { type: 'out-of-scope', ...wrong }))).toEqual([
      'answers everything it should decline',
    ])
  })

  it('says that follow-ups fail where other questions do not', () => {
    const cases = [
      ...many(20, {}),
      ...many(12, { type: 'conversational', ...wrong }),
      ...many(2, { type: 'conversational' }),
    ]
    expect(describeWeaknesses(cases)).toEqual(['cannot follow up'])
  })

  it('says nothing of follow-ups that fail by chance', () => {
    const cases = [...many(11, {}), ...many(9, wrong), ...many(4, { type: 'conversational', ...wrong })]
    expect(describeWeaknesses(cases)).toEqual([])
  })

  it('does not blame follow-ups when all questions fail alike', () => {
    expect(
      describeWeaknesses([...many(20, wrong), ...many(12, { type: 'conversational', ...wrong })]),
    ).not.toContain('cannot follow up')
  })

  it('names a source nothing was answered from', () => {
    expect(describeWeaknesses([...many(9, {}), ...many(4, { source: 'limits.md', ...wrong })])).toEqual([
      'answers nothing from limits.md',
    ])
  })

  it('looks at many sources, and names one only where that explains it, or nothing of it came back', () => {
    const sources = Array.from({ length: 20 }, (_, index) => `${index}.md`)
    const mixed = sources.flatMap((source) => [...many(2, { source }), ...many(1, { source, ...wrong })])
    const lost = many(4, { source: 'limits.md', ...wrong })
    expect(describeWeaknesses([...mixed, ...lost])).toEqual([])
    const unseen = lost.map((each) => ({ ...each, component: 'indexing' as const }))
    expect(describeWeaknesses([...mixed, ...unseen])).toEqual(['answers nothing from limits.md'])
  })

  it('names no source for failures that are common everywhere', () => {
    const weak = ['a.md', 'b.md', 'c.md'].flatMap((source) => many(3, { source, ...wrong }))
    expect(
      describeWeaknesses([...weak, ...many(6, { source: 'd.md' }), ...many(4, { source: 'e.md', ...wrong })]),
    ).toEqual([])
  })

  it('leaves cases out that were not judged', () => {
    expect(describeWeaknesses(many(4, { source: 'limits.md', outcome: 'not-judged', passed: null }))).toEqual(
      [],
    )
  })
})

describe('describeHeadline', () => {
  const summaryOf = (parts: Partial<Parameters<typeof describeHeadline>[0]> = {}) => ({
    target: { name: 'the assistant', kind: 'module', version: null, returnedModels: [] },
    passing: rate,
    passingBounds: null,
    counts: {
      cases: 80,
      finished: 80,
      quarantined: 0,
      correct: 48,
      partiallyCorrect: 0,
      incorrect: 32,
      noAnswer: 0,
      notJudged: 0,
      errors: 0,
    },
    checks: [],
    cases: [],
    ...parts,
  })

  const gate = (outcome: 'passed' | 'failed' | 'not tested') => ({
    expression: 'correctness < 0.8',
    outcome,
    measured: '',
  })

  it.each([
    ['failed', 'no', 'Not yet.'],
    ['passed', 'yes', 'Yes: every gate passed.'],
    ['not tested', 'unsure', 'Not known: not every gate was tested.'],
  ] as const)('answers by the gates: %s', (outcome, ready, answer) => {
    expect(describeHeadline(summaryOf(), [gate(outcome)])).toMatchObject({
      ready,
      answer,
      question: 'Is the assistant ready?',
    })
  })

  it('gives the rate where there is no gate to be ready by', () => {
    expect(describeHeadline(summaryOf(), []).answer).toBe('60 % of its answers are correct (50–70, n = 80).')
  })

  it('gives the range where more than a tenth was not judged', () => {
    const open = summaryOf({
      passingBounds: { low: 0.5, high: 0.75 },
      counts: { ...summaryOf().counts, notJudged: 20 },
    })
    expect(describeHeadline(open, []).answer).toBe(
      '50–75 % of its answers are correct: 20 of 80 were not judged.',
    )
  })

  it('does not call correct what only passed checks', () => {
    const check = {
      name: 'json',
      required: true,
      passed: rate,
      score: null,
      notJudged: 0,
      notApplicable: 0,
      errors: 0,
    }
    expect(describeHeadline(summaryOf({ checks: [check] }), []).answer).toBe(
      '60 % of its answers pass (50–70, n = 80).',
    )
  })
})

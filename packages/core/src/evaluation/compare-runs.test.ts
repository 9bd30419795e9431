import { describe, expect, it } from 'vitest'
import { compareRuns, type ComparedSide } from './compare-runs.ts'
import { must } from '../must.ts'
import { buildReport } from '@assay/testkit'

const { summary } = buildReport({ size: 60, seed: 3 })

/** The made-up run with some outcomes replaced, by position. */
function side(
  change: (index: number) => boolean | null,
  parts: Partial<ComparedSide['summary']['judge']> = {},
): ComparedSide {
  const cases = summary.cases.map((each, index) => {
    const passed = change(index)
    return {
      ...each,
      clusterKey: each.caseId,
      passed,
      passRate: passed === null ? null : Number(passed),
      outcome:
        passed === null ? ('not-judged' as const) : passed ? ('correct' as const) : ('incorrect' as const),
    }
  })
  return {
    summary: { ...summary, cases, judge: { ...summary.judge, ...parts } },
    configuration: {
      target: { name: 'assistant', kind: 'module', version: null },
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
    },
  }
}

function compare(a: ComparedSide, b: ComparedSide) {
  const result = compareRuns(a, b, { margin: 0.03, questions: new Map([['case-1', 'Which?']]) })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('compareRuns', () => {
  it('calls a run worse that loses a third of its cases and gains none', () => {
    const comparison = compare(
      side(() => true),
      side((index) => index % 3 !== 0),
    )
    expect(comparison.overall).toMatchObject({ verdict: 'worse', pairs: 60 })
    expect(comparison.flips.every((flip) => flip.change === 'lost')).toBe(true)
    expect(comparison.flips).toHaveLength(20)
  })

  it('is the mirror image the other way round', () => {
    const forth = compare(
      side(() => true),
      side((index) => index % 3 !== 0),
    ).overall
    const back = compare(
      side((index) => index % 3 !== 0),
      side(() => true),
    ).overall
    expect(back.verdict).toBe('better')
    expect(back.low).toBeCloseTo(-must(forth.high, 'high'), 10)
  })

  it('cannot tell from a few discordant pairs, and says how many would do', () => {
    const comparison = compare(
      side(() => true),
      side((index) => index > 1),
    )
    expect(comparison.overall.verdict).toBe('not enough cases to tell')
    expect(comparison.overall.pairsNeeded).toBeGreaterThan(60)
  })

  it('pairs only what both runs judged', () => {
    const comparison = compare(
      side((index) => (index < 10 ? null : true)),
      side(() => true),
    )
    expect(comparison.cases).toMatchObject({ shared: 60, notPaired: 10 })
    expect(comparison.overall.pairs).toBe(50)
  })

  it('warns that another judge may be the difference', () => {
    const comparison = compare(
      side(() => true),
      side(() => true, { id: 'openai:x' }),
    )
    expect(comparison.differs).toContainEqual(expect.objectContaining({ what: 'judge', effect: 'confounds' }))
  })

  it('names the checks, sets and templates that were added, removed or changed', () => {
    const plain = side(() => true)
    const withChecks = (parts: Partial<ComparedSide['configuration']>): ComparedSide => ({
      ...plain,
      configuration: { ...plain.configuration, ...parts },
    })
    const contains = (phrases: string, name?: string) => ({
      check: 'contains',
      parameters: { phrases },
      ...(name === undefined ? {} : { name }),
    })
    const json = { check: 'json' }
    const a = withChecks({ checks: [contains('30'), json], checkSets: { basics: [json] } })
    const b = withChecks({
      checks: [contains('40'), contains('x', 'no apology'), contains('y')],
      checkSets: { basics: [json] },
      checkTemplates: { polite: json },
    })
    expect(compare(a, b).differs).toContainEqual({
      what: 'checks',
      a: '2 checks',
      b: 'contains changed, json removed, no apology added, contains 2 added, template polite added',
      effect: 'confounds',
    })
    expect(compare(plain, b).differs).toContainEqual(expect.objectContaining({ what: 'checks', a: 'none' }))
    expect(compare(b, b).differs).not.toContainEqual(expect.objectContaining({ what: 'checks' }))
  })

  it('names each setting of the target that is another, and no other', () => {
    const at = (module: string, name: string): ComparedSide => {
      const plain = side(() => true)
      const settings = { kind: 'module' as const, module, function: 'answer', name }
      return {
        ...plain,
        configuration: {
          ...plain.configuration,
          target: { ...plain.configuration.target, settings },
        },
      }
    }
    expect(compare(at('v1.ts', 'v1'), at('v2.ts', 'v2')).differs).toEqual([
      { what: 'target module', a: 'v1.ts', b: 'v2.ts', effect: 'intended' },
    ])
  })

  it('counts a case as lost that a check alone fails, and keeps which', () => {
    const before = side(() => true)
    const after = side(() => true)
    const cases = after.summary.cases.map((each, index) =>
      index === 0
        ? { ...each, passed: false, passRate: 0, failedChecks: ['no apology'], failsByChecksAlone: true }
        : each,
    )
    const { flips } = compare(before, { ...after, summary: { ...after.summary, cases } })
    expect(flips).toMatchObject([
      {
        change: 'lost',
        from: { outcome: 'correct' },
        to: { outcome: 'correct', failedChecks: ['no apology'] },
      },
    ])
  })

  it('refuses runs without a common case', () => {
    const other = side(() => true)
    const renamed = {
      ...other,
      summary: {
        ...other.summary,
        cases: other.summary.cases.map((each) => ({ ...each, caseId: `x${each.caseId}` })),
      },
    }
    expect(compareRuns(other, renamed, { margin: 0.03, questions: new Map() })).toMatchObject({
      ok: false,
      error: { code: 'ASSAY-7003' },
    })
  })
})

import type { CaseResult } from '@assay/contracts'
import { describe, expect, it } from 'vitest'
import { attributeFailures, type CaseObservation } from './attribute-failures.ts'

const found = { hitRate: 1, recall: 1, precision: 0.2, mrr: 1, ndcg: 1, averagePrecision: 1, k: 5 }
const missed = { hitRate: 0, recall: 0, precision: 0, mrr: 0, ndcg: 0, averagePrecision: 0, k: 5 }
const half = { ...found, recall: 0.5 }

function observed(
  caseId: string,
  result: Partial<CaseResult>,
  extra: Partial<Omit<CaseObservation, 'result'>> = {},
): CaseObservation {
  return {
    hasHistory: false,
    ...extra,
    result: {
      caseId,
      type: 'simple',
      level: 'easy',
      topic: null,
      language: 'en',
      tags: [],
      length: 'any length',
      clusterKey: caseId,
      source: 'plans.md',
      repeats: 1,
      shownRepeat: 0,
      outcome: 'incorrect',
      passed: false,
      passRate: 0,
      stable: null,
      declining: 'answered',
      retrieval: null,
      component: null,
      componentEvidence: null,
      latencyMs: 1,
      failedChecks: [],
      failsByChecksAlone: false,
      checkScore: null,
      errorCode: null,
      reason: null,
      ...result,
    },
  }
}

const componentOf = (one: CaseObservation, others: readonly CaseObservation[] = []): string | undefined =>
  attributeFailures([one, ...others]).get(one.result.caseId)?.component

describe('one case by itself', () => {
  it.each([
    ['target error', observed('a', { outcome: 'error', passed: null, reason: 'HTTP 500' })],
    ['test or judge error', observed('a', { outcome: 'not-judged', passed: null, retrieval: found })],
    ['test or judge error', observed('a', { retrieval: found }, { isContested: true })],
    ['routing', observed('a', { type: 'out-of-scope', declining: 'answered-anyway', retrieval: null })],
    ['routing', observed('a', { outcome: 'no-answer', declining: 'over-refused', retrieval: found })],
    ['generation', observed('a', { retrieval: found })],
    ['retrieval', observed('a', { retrieval: missed })],
    ['retrieval', observed('a', { outcome: 'no-answer', retrieval: missed })],
    ['generation', observed('a', { retrieval: half })],
    ['retrieval', observed('a', { type: 'multi-hop', retrieval: half })],
    ['indexing', observed('a', { retrieval: missed }, { indexed: false })],
    ['unknown', observed('a', {})],
    ['unknown', observed('a', { outcome: 'no-answer' })],
  ])('%s', (component, one) => {
    expect(componentOf(one)).toBe(component)
  })

  it('is left alone when it passes', () => {
    expect(
      attributeFailures([observed('a', { outcome: 'correct', passed: true, retrieval: missed })]).size,
    ).toBe(0)
  })

  it('says what was observed', () => {
    const attributions = attributeFailures([
      observed('a', { outcome: 'error', passed: null, reason: 'HTTP 500' }),
    ])
    expect(attributions.get('a')?.evidence).toBe('the target failed: HTTP 500')
  })

  it.each([
    ['limits.md', 'the target returned no documents'],
    [null, 'the case names no reference passage'],
  ])('says why retrieval could not be tested with the source %j', (source, why) => {
    const evidence = attributeFailures([observed('a', { source })]).get('a')?.evidence
    expect(evidence).toContain(why)
  })
})

describe('a source that nothing retrieves', () => {
  const missing = (id: string, extra: Partial<CaseResult> = {}): CaseObservation =>
    observed(id, { source: 'limits.md', retrieval: missed, ...extra }, { sourceFound: false })

  it('is not indexed once three cases needed it', () => {
    expect(componentOf(missing('a'), [missing('b'), missing('c')])).toBe('indexing')
    expect(componentOf(missing('a'), [missing('b')])).toBe('retrieval')
  })

  it('is indexed when one case retrieved it, or a probe found it', () => {
    expect(componentOf(missing('a'), [missing('b'), missing('c'), missing('d', { retrieval: found })])).toBe(
      'retrieval',
    )
    const probed = { ...missing('a'), indexed: true }
    expect(componentOf(probed, [missing('b'), missing('c')])).toBe('retrieval')
  })

  it('is indexed when another passage of it came back, or nobody looked', () => {
    for (const sourceFound of [true, null, undefined])
      expect(componentOf(missing('a'), [missing('b'), { ...missing('c'), sourceFound }])).toBe('retrieval')
  })

  it('is not indexed where the passages of others are missed, but not their sources', () => {
    const others = ['x', 'y', 'z'].map((id) =>
      observed(id, { source: 'other.md', retrieval: missed }, { sourceFound: true }),
    )
    const attributions = attributeFailures([missing('a'), missing('b'), missing('c'), ...others])
    expect(attributions.get('x')?.component).toBe('retrieval')
    expect(attributions.get('a')).toEqual({
      component: 'indexing',
      evidence: 'none of 3 questions about limits.md retrieved anything of it',
    })
  })
})

describe('a follow-up', () => {
  const followUp = (extra: Partial<CaseResult> = {}): CaseObservation =>
    observed(
      'f',
      { type: 'conversational', clusterKey: 'fact', retrieval: missed, ...extra },
      { hasHistory: true },
    )
  const twin = (extra: Partial<CaseResult>): CaseObservation =>
    observed('t', { clusterKey: 'fact', ...extra })

  it('was not rewritten when its stand-alone twin is answered or retrieved', () => {
    expect(componentOf(followUp(), [twin({ passed: true, outcome: 'correct' })])).toBe('rewriting')
    expect(componentOf(followUp(), [twin({ retrieval: found })])).toBe('rewriting')
    expect(componentOf(followUp({ retrieval: null }), [twin({ passed: true, outcome: 'correct' })])).toBe(
      'rewriting',
    )
  })

  it('is a matter of retrieval when the twin misses too, or there is none', () => {
    expect(componentOf(followUp(), [twin({ retrieval: missed })])).toBe('retrieval')
    expect(componentOf(followUp())).toBe('retrieval')
  })

  it('is a matter of rewriting even when the passage was there, if the same question on its own is right', () => {
    expect(componentOf(followUp({ retrieval: found }), [twin({ passed: true, outcome: 'correct' })])).toBe(
      'rewriting',
    )
  })

  it('is a matter of generation when the passage was there and nothing speaks for rewriting', () => {
    expect(componentOf(followUp({ retrieval: found }), [])).toBe('generation')
  })

  it('is a matter of rewriting when follow-ups are right clearly less often than questions that stand alone', () => {
    const many = (count: number, parts: Parameters<typeof twin>[0]) =>
      Array.from({ length: count }, (_, index) => {
        const one = twin(parts)
        return { ...one, result: { ...one.result, caseId: `other-${index}`, clusterKey: `other-${index}` } }
      })
    const others = many(20, { passed: true, outcome: 'correct' })
    const lost = many(9, { passed: false, outcome: 'incorrect', retrieval: found }).map((one, index) => ({
      ...one,
      hasHistory: true,
      result: { ...one.result, caseId: `follow-up-${index}`, type: 'conversational' as const },
    }))
    expect(componentOf(followUp({ retrieval: found }), [...others, ...lost])).toBe('rewriting')
  })

  it('lays a follow-up on the index where questions that stand alone do not find its source either', () => {
    const followUp = observed(
      'f',
      { type: 'conversational', source: 'limits.md', retrieval: missed },
      { hasHistory: true, sourceFound: false },
    )
    const alone = ['a', 'b'].map((id) =>
      observed(id, { source: 'limits.md', retrieval: missed }, { sourceFound: false }),
    )
    expect(componentOf(followUp, alone)).toBe('indexing')
    const others = ['a', 'b'].map((id) =>
      observed(
        id,
        { type: 'conversational', source: 'limits.md', retrieval: missed },
        { hasHistory: true, sourceFound: false },
      ),
    )
    const fine = ['x', 'y', 'z', 'u', 'v', 'w', 'q', 'r', 's', 't'].map((id) =>
      observed(id, { outcome: 'correct', passed: true, passRate: 1, source: 'other.md', retrieval: found }),
    )
    expect(componentOf(followUp, [...others, ...fine])).toBe('rewriting')
  })

  it('lays nothing on the index where the retriever misses other sources as often', () => {
    const weak = ['x', 'y', 'z', 'u', 'v', 'w'].map((id, index) =>
      observed(
        id,
        { source: 'other.md', retrieval: index === 0 ? found : missed },
        { sourceFound: index === 0 },
      ),
    )
    const [one, ...others] = ['a', 'b', 'c'].map((id) =>
      observed(id, { source: 'limits.md', retrieval: missed }, { sourceFound: false }),
    )
    if (one === undefined) throw new Error('no case')
    expect(componentOf(one, [...others, ...weak])).toBe('retrieval')
  })
})

import type { CaseResult, EvaluationSummary } from '@assay/contracts'
import type { BuiltCase } from './built-case.ts'
import { mean, rate } from './built-estimate.ts'

export function buildSummary(cases: readonly BuiltCase[]): EvaluationSummary {
  const results = cases.map(({ result }) => result)
  const judged = results.filter((result) => result.passed !== null)
  const passed = judged.filter((result) => result.passed === true)
  const outOfScope = judged.filter((result) => result.type === 'out-of-scope')
  const notJudged = results.length - judged.length
  const correctness = {
    ...rate(passed.length, judged.length),
    clusters: new Set(judged.map((each) => each.clusterKey)).size,
  }
  return {
    schemaVersion: 1,
    run: { id: 'demo', name: 'demo', createdAt: '2026-11-24T09:00:00.000Z', folder: '.assay/runs/demo' },
    target: { name: 'Demo assistant', kind: 'module', version: 'v1', returnedModels: [] },
    testSet: { name: 'demo', hash: 'a1b2c3d4e5f60718', cases: results.length, reviewed: 0, stale: 0 },
    knowledgeBase: { name: 'demo', version: '9f8e7d6c5b4a' },
    judge,
    counts: countOutcomes(results.length, judged.length, passed.length),
    correctness,
    correction: null,
    passing: correctness,
    passingBounds: {
      low: passed.length / results.length,
      high: (passed.length + notJudged) / results.length,
    },
    stopping: null,
    declining: rate(0, outOfScope.length),
    overRefusal: rate(0, judged.length - outOfScope.length),
    reliability: null,
    flaky: null,
    retrieval: buildRetrieval(results),
    checks: [],
    slices: buildSlices(results),
    attribution: buildAttribution(results),
    ragetComponents,
    latency: latencyOf(results.length),
    cost: {
      targetUsd: 0,
      judgeUsd: 0,
      inputTokens: results.length * 180,
      outputTokens: results.length * 14,
      calls: 0,
      cachedCalls: 0,
    },
    gates: buildGates(correctness.value ?? 0),
    headline: {
      question: 'Is the demo assistant ready?',
      answer: 'Not yet. It answers everything it should decline and cannot follow up.',
      ready: 'no',
    },
    readFirst: chooseReadFirst(results),
    suggestions: buildSuggestions(results),
    cases: results,
  }
}

const buildGates = (correct: number): EvaluationSummary['gates'] => [
  {
    expression: 'correctness < 0.8',
    outcome: 'failed',
    measured: `${Math.round(correct * 100)} %`,
  },
  { expression: 'over-refusal > 0.1', outcome: 'passed', measured: '0 %' },
]

const countOutcomes = (cases: number, judged: number, correct: number): EvaluationSummary['counts'] => ({
  cases,
  finished: cases,
  quarantined: 0,
  correct,
  partiallyCorrect: 0,
  incorrect: judged - correct,
  noAnswer: 0,
  notJudged: cases - judged,
  errors: 0,
})

const judge: EvaluationSummary['judge'] = {
  id: 'rules',
  version: '1',
  kind: 'rules',
  measured: {
    n: 300,
    truePositiveRate: rate(146, 150),
    trueNegativeRate: rate(142, 150),
    errorRate: rate(12, 300),
    on: 'labelled answers of the demo',
  },
}

const ragetComponents = [
  { component: 'Generator', score: 0.82, testedBy: ['simple', 'distracting'] },
  { component: 'Retriever', score: 0.82, testedBy: ['simple', 'distracting'] },
  { component: 'Rewriter', score: 0.53, testedBy: ['distracting', 'conversational'] },
  { component: 'Router', score: 0, testedBy: ['out-of-scope'] },
  { component: 'Knowledge Base', score: 0.12, testedBy: [] },
]

const latencyOf = (n: number): EvaluationSummary['latency'] => ({
  median: { value: 7, low: 6, high: 8, n, method: 'order statistics 95 %' },
  p95: { value: 46, low: 12, high: 51, n, method: 'order statistics 95 %' },
})

function buildRetrieval(results: readonly CaseResult[]): EvaluationSummary['retrieval'] {
  const found = results.flatMap((result) => (result.retrieval === null ? [] : [result.retrieval]))
  return {
    k: 3,
    hitRate: rate(found.filter((each) => each.hitRate > 0).length, found.length),
    recall: mean(found.map((each) => each.recall)),
    precision: mean(found.map((each) => each.precision)),
    mrr: mean(found.map((each) => each.mrr)),
    ndcg: mean(found.map((each) => each.ndcg)),
    averagePrecision: mean(found.map((each) => each.averagePrecision)),
    matchedBy: 'id',
  }
}

function buildSlices(results: readonly CaseResult[]): EvaluationSummary['slices'] {
  return (['type', 'level', 'topic', 'language', 'source'] as const).map((by) => {
    const values = [...new Set(results.flatMap((result) => (result[by] === null ? [] : [result[by]])))]
    return {
      by,
      rows: values.map((value) => {
        const inSlice = results.filter((result) => result[by] === value)
        const judged = inSlice.filter((result) => result.passed !== null)
        return {
          value,
          cases: inSlice.length,
          correct: rate(judged.filter((result) => result.passed === true).length, judged.length),
          weaker: isWeaker(judged, results),
          notJudged: inSlice.length - judged.length,
          errors: 0,
        }
      }),
    }
  })
}

/** A plain stand-in for the screening: wholly below the rate of all other cases. */
function isWeaker(judged: readonly CaseResult[], results: readonly CaseResult[]): boolean | null {
  const others = results.filter((result) => result.passed !== null && !judged.includes(result))
  if (judged.length < 10 || others.length < 10) return null
  const passed = (cases: readonly CaseResult[]) => cases.filter((result) => result.passed === true).length
  return (rate(passed(judged), judged.length).high ?? 1) < passed(others) / others.length
}

function buildAttribution(results: readonly CaseResult[]): EvaluationSummary['attribution'] {
  const failed = results.filter((result) => result.passed === false)
  const components = [
    ...new Set(failed.flatMap((result) => (result.component === null ? [] : [result.component]))),
  ]
  return components
    .map((component) => {
      const caseIds = failed.filter((result) => result.component === component).map((result) => result.caseId)
      return { component, cases: caseIds.length, share: rate(caseIds.length, failed.length), caseIds }
    })
    .sort((a, b) => b.cases - a.cases)
}

function chooseReadFirst(results: readonly CaseResult[]): string[] {
  return (['indexing', 'rewriting', 'routing'] as const).flatMap((component) => {
    const first = results.find((result) => result.component === component)
    return first === undefined ? [] : [first.caseId]
  })
}

function buildSuggestions(results: readonly CaseResult[]): { text: string; cases: number }[] {
  const count = (component: CaseResult['component']) =>
    results.filter((result) => result.component === component).length
  return [
    { text: 'Decline when no passage answers the question.', cases: count('routing') },
    { text: 'Rewrite follow-ups into stand-alone questions before the search.', cases: count('rewriting') },
    { text: 'Add limits.md to the index.', cases: count('indexing') },
  ].sort((a, b) => b.cases - a.cases)
}

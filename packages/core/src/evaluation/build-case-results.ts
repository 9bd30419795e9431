import type { CaseResult, TestCase } from '@assay/contracts'
import { goodnessOf, weightedMean } from '../checks/aggregate-verdicts.ts'
import type { CaseTraits } from './read-traits.ts'
import {
  outcomeOf,
  passes,
  type AttemptObservation,
  type ObservedCheck,
  type Outcome,
} from './observation.ts'

/** A case with all its attempts, ready for figures. `component` is filled in by the attribution afterwards. */
export interface ObservedCase {
  readonly testCase: CaseTraits
  readonly attempts: readonly AttemptObservation[]
  /** The judge's word on each attempt. */
  readonly outcomes: readonly Outcome[]
  /** Whether each attempt passes the judge and the required checks. */
  readonly passes: readonly (boolean | null)[]
}

export const isOutOfScope = (testCase: Pick<TestCase, 'type'>): boolean => testCase.type === 'out-of-scope'

export function observeCase(testCase: CaseTraits, attempts: readonly AttemptObservation[]): ObservedCase {
  return {
    testCase,
    attempts,
    outcomes: attempts.map((attempt) => outcomeOf(attempt, isOutOfScope(testCase))),
    passes: attempts.map((attempt) => passes(attempt, isOutOfScope(testCase))),
  }
}

/** The attempt a report shows: the first that was judged, else the first. */
export function shownAttempt(observed: ObservedCase): number {
  const judged = observed.passes.findIndex((passed) => passed !== null)
  return judged === -1 ? 0 : judged
}

export function buildCaseResult(observed: ObservedCase): CaseResult {
  const { testCase, attempts, outcomes } = observed
  const index = shownAttempt(observed)
  const attempt = attempts[index]
  const outcome = outcomes[index] ?? 'error'
  const verdict = isOutOfScope(testCase) ? attempt?.declining : attempt?.correctness
  const error = attempt?.error ?? verdict?.error
  const failed = attempt?.checks.filter((check) => check.required && check.outcome === 'fail') ?? []
  return {
    caseId: testCase.id,
    type: testCase.type,
    level: testCase.level,
    topic: testCase.topic,
    language: testCase.language,
    tags: testCase.tags,
    length: testCase.length,
    clusterKey: testCase.clusterKey,
    source: testCase.source,
    repeats: attempts.length,
    shownRepeat: attempt?.repeat ?? 0,
    outcome,
    passed: observed.passes[index] ?? null,
    passRate: passRateOf(observed),
    stable: isStable(observed),
    declining: decliningOf(attempt),
    retrieval: retrievalOf(attempt),
    component: null,
    componentEvidence: null,
    latencyMs: attempt?.latencyMs ?? null,
    failedChecks: failed.length === 0 ? noNames : failed.map((check) => check.name),
    failsByChecksAlone: failed.length > 0 && verdict?.outcome !== 'fail',
    checkScore: attempt === undefined ? null : scoreOf(attempt),
    errorCode: error?.code ?? null,
    reason: error?.message ?? describeFailedCheck(failed[0]) ?? verdict?.reason ?? null,
  }
}

const noNames: string[] = []

const scoreOf = ({ checks }: AttemptObservation): number | null =>
  weightedMean(checks.map((check) => ({ weight: check.weight, score: goodnessOf(check) })))

const describeFailedCheck = (check: ObservedCheck | undefined): string | null =>
  check === undefined ? null : `${check.name}: ${check.reason ?? 'failed'}`

/** Share of its judged repeats that pass; `null`: none was judged. */
export function passRateOf({ passes: all }: Pick<ObservedCase, 'passes'>): number | null {
  const judged = all.filter((passed) => passed !== null)
  return judged.length === 0 ? null : judged.filter(Boolean).length / judged.length
}

/** Whether all its judged repeats came out alike; `null`: fewer than two were judged. */
export function isStable({ passes: all }: Pick<ObservedCase, 'passes'>): boolean | null {
  const judged = all.filter((passed) => passed !== null)
  return judged.length < 2 ? null : judged.every((passed) => passed === judged[0])
}

const decliningLabels = ['declined', 'partly', 'answered-anyway', 'over-refused', 'answered'] as const

function decliningOf(attempt: AttemptObservation | undefined): CaseResult['declining'] {
  const label = attempt?.declining?.label
  return decliningLabels.find((known) => known === label) ?? null
}

function retrievalOf(attempt: AttemptObservation | undefined): CaseResult['retrieval'] {
  const metrics = attempt?.retrieval?.metrics
  if (metrics === undefined) return null
  const figure = (name: string): number => metrics[name] ?? 0
  return {
    hitRate: figure('hitRate'),
    recall: figure('recall'),
    precision: figure('precision'),
    mrr: figure('mrr'),
    ndcg: figure('ndcg'),
    averagePrecision: figure('averagePrecision'),
    k: figure('k'),
  }
}

import {
  evaluationConfigurationSchema,
  type CaseResult,
  type Estimate,
  type EvaluationConfiguration,
  type EvaluationSummary,
} from '@assay/contracts'
import { attributeFailures } from '../diagnosis/attribute-failures.ts'
import { ragetComponents } from '../diagnosis/raget-components.ts'
import type { RunReader } from '../ports/run-store.ts'
import type { FinishedRows } from '../runs/finished-rows.ts'
import { estimateMedian, estimateP95 } from '../statistics/estimate-quantile.ts'
import { estimateRate } from '../statistics/estimate-rate.ts'
import {
  buildCaseResult,
  isOutOfScope,
  isStable,
  observeCase,
  passRateOf,
  type ObservedCase,
} from './build-case-results.ts'
import { describeHeadline } from './describe-headline.ts'
import {
  attemptsOf,
  boundPassing,
  estimateCorrectness,
  estimateDeclining,
  estimateOverRefusal,
  estimatePassing,
  estimateReliability,
} from './estimate-outcomes.ts'
import { readTraits } from './read-traits.ts'
import { readObservations } from './read-observations.ts'
import { sliceCases } from './slice-cases.ts'
import { createStopWatch, drawOrder, valueOf } from './stop-when-clear.ts'
import { chooseReadFirst, suggestFixes } from './suggest-fixes.ts'
import { summariseCascade } from './summarise-cascade.ts'
import { summariseChecks } from './summarise-checks.ts'
import { summariseCost } from './summarise-cost.ts'
import { summariseRetrieval } from './summarise-retrieval.ts'

export interface SummaryInput {
  readonly run: RunReader
  readonly finished: FinishedRows
  /** Instead of what the run was started with. */
  readonly quarantineFlaky?: boolean | undefined
  /** As the user can paste it. */
  readonly folder: string
  /** What the judge is known to get wrong; `null`: unmeasured. */
  readonly judgeMeasured: EvaluationSummary['judge']['measured']
  /** What is right by people, where the judge's answers were labelled. */
  readonly correction?: EvaluationSummary['correction']
}

/** Rows → figures. Everything is derived from the rows, so that it is right after any crash. Gates are added by `applyGates`. */
export async function summariseEvaluation({
  run,
  finished,
  quarantineFlaky,
  folder,
  judgeMeasured,
  correction = null,
}: SummaryInput): Promise<EvaluationSummary> {
  const configuration = evaluationConfigurationSchema.parse(run.manifest.configuration)
  const all = await readObservedCases(run, finished)
  const flaky = findFlaky(all, quarantineFlaky ?? configuration.quarantineFlaky)
  const observed = flaky?.quarantined === true ? all.filter((each) => isStable(each) !== false) : all
  const cases = attributeAll(observed)
  const failures = cases.filter((each) => each.passed === false || each.outcome === 'error')
  const stopping = readStopping(observed, configuration.stopWhenClear, run.manifest.seed)
  const passing = stopping?.passing ?? estimatePassing(observed)
  const summary = {
    schemaVersion: 1 as const,
    ...describeRun(run, configuration, folder),
    judge: { ...configuration.judge, measured: judgeMeasured, ...describeCascade(observed) },
    target: { ...describeTarget(configuration), returnedModels: returnedModels(observed) },
    counts: countOutcomes(cases, {
      planned: configuration.testSet.cases,
      quarantined: all.length - observed.length,
    }),
    correctness: stopping?.correctness ?? estimateCorrectness(observed),
    correction,
    passing,
    passingBounds: boundPassing(observed),
    stopping: stopping?.state ?? null,
    declining: estimateDeclining(observed),
    overRefusal: estimateOverRefusal(observed),
    reliability: estimateReliability(all),
    flaky,
    retrieval: summariseRetrieval(observed, configuration.retrievalDepth),
    checks: summariseChecks(observed),
    slices: sliceCases(observed),
    attribution: attributionOf(failures),
    ragetComponents: ragetComponents(cases),
    latency: configuration.target.kind === 'recorded' ? null : summariseLatency(observed),
    cost: await summariseCost(run),
    gates: [],
    readFirst: [...chooseReadFirst(failures)],
    suggestions: [...suggestFixes(failures)],
    cases,
  }
  return { ...summary, headline: describeHeadline(summary, []) }
}

async function readObservedCases(run: RunReader, finished: FinishedRows): Promise<readonly ObservedCase[]> {
  const traits = await readTraits(run)
  const observations = await readObservations(run, finished)
  return traits.map((testCase) => observeCase(testCase, observations.get(testCase.id) ?? []))
}

/**
 * Looks at the cases again in the order they were drawn; `null`: the run asks all. Once all were asked nothing was stopped,
 * and the usual interval stands.
 */
function readStopping(
  observed: readonly ObservedCase[],
  rule: EvaluationConfiguration['stopWhenClear'],
  seed: string | number,
): {
  readonly state: NonNullable<EvaluationSummary['stopping']>
  readonly passing?: Estimate
  readonly correctness?: Estimate
} | null {
  if (rule === undefined) return null
  const order = drawOrder(observed, seed).map(({ testCase }) => testCase.id)
  const watch = createStopWatch(order, rule.threshold)
  for (const each of observed) {
    const [attempt] = each.attempts
    if (attempt !== undefined)
      watch.see(each.testCase.id, valueOf(attempt, isOutOfScope(each.testCase), rule))
  }
  const state = { ...rule, answer: watch.answer() }
  const isWhole = observed.every(({ attempts }) => attempts.length > 0)
  return isWhole ? { state } : { state, [rule.figure]: watch.estimate() }
}

/** `null`: no case was judged twice. */
function findFlaky(observed: readonly ObservedCase[], quarantined: boolean): EvaluationSummary['flaky'] {
  const repeated = observed.filter((each) => isStable(each) !== null)
  if (repeated.length === 0) return null
  return {
    quarantined,
    cases: repeated
      .filter((each) => isStable(each) === false)
      .map((each) => ({ caseId: each.testCase.id, passRate: passRateOf(each) ?? 0 })),
  }
}

function attributeAll(observed: readonly ObservedCase[]): CaseResult[] {
  const asked = observed.filter((each) => each.attempts.length > 0)
  const results = asked.map(buildCaseResult)
  const histories = new Set(
    asked.filter(({ testCase }) => testCase.hasHistory).map(({ testCase }) => testCase.id),
  )
  const attributions = attributeFailures(
    results.map((result, index) => ({
      result,
      hasHistory: histories.has(result.caseId),
      sourceFound: readSourceFound(asked[index]?.attempts ?? []),
    })),
  )
  return results.map((result) => {
    const attribution = attributions.get(result.caseId)
    return attribution === undefined
      ? result
      : { ...result, component: attribution.component, componentEvidence: attribution.evidence }
  })
}

/** Whether anything of the case's source came back in any attempt; `null`: no attempt recorded it. */
function readSourceFound(attempts: ObservedCase['attempts']): boolean | null {
  const figures = attempts.flatMap(({ retrieval }) => retrieval?.metrics?.['sourceFound'] ?? [])
  return figures.length === 0 ? null : figures.some((figure) => figure > 0)
}

function describeRun(run: RunReader, configuration: EvaluationConfiguration, folder: string) {
  const { id, name, createdAt } = run.manifest
  return {
    run: { id, name, createdAt, folder },
    testSet: configuration.testSet,
    knowledgeBase: configuration.knowledgeBase,
  }
}

function describeCascade(observed: readonly ObservedCase[]): Pick<EvaluationSummary['judge'], 'cascade'> {
  const cascade = summariseCascade(observed)
  return cascade === undefined ? {} : { cascade }
}

function describeTarget({ target }: EvaluationConfiguration) {
  return { name: target.name, kind: target.kind, version: target.version }
}

const returnedModels = (observed: readonly ObservedCase[]): string[] => [
  ...new Set(
    attemptsOf(observed).flatMap(({ attempt }) =>
      attempt.returnedModel === null ? [] : [attempt.returnedModel],
    ),
  ),
]

function countOutcomes(
  cases: readonly CaseResult[],
  { planned, quarantined }: { readonly planned: number; readonly quarantined: number },
): EvaluationSummary['counts'] {
  const count = (outcome: CaseResult['outcome']): number =>
    cases.filter((each) => each.outcome === outcome).length
  return {
    cases: planned,
    finished: cases.length,
    quarantined,
    correct: count('correct'),
    partiallyCorrect: count('partially-correct'),
    incorrect: count('incorrect'),
    noAnswer: count('no-answer'),
    notJudged: cases.filter((each) => each.passed === null && each.outcome !== 'error').length,
    errors: count('error'),
  }
}

function attributionOf(failures: readonly CaseResult[]): EvaluationSummary['attribution'] {
  const groups = Map.groupBy(failures, (each) => each.component ?? 'unknown')
  return [...groups]
    .map(([component, members]) => ({
      component,
      cases: members.length,
      share: estimateRate({
        outcomes: failures.map((each) => ({
          pass: (each.component ?? 'unknown') === component,
          clusterKey: each.clusterKey,
        })),
      }),
      caseIds: members.map((each) => each.caseId),
    }))
    .toSorted((a, b) => b.cases - a.cases)
}

function summariseLatency(observed: readonly ObservedCase[]): EvaluationSummary['latency'] {
  const values: number[] = []
  for (const { attempt } of attemptsOf(observed))
    if (attempt.latencyMs !== null && attempt.error === null) values.push(attempt.latencyMs)
  return values.length === 0 ? null : { median: estimateMedian(values), p95: estimateP95(values) }
}

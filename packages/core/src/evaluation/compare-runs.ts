import type {
  CaseResult,
  Comparison,
  ComparedRun,
  Difference,
  EvaluationConfiguration,
  EvaluationSummary,
  Flip,
} from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import { fail, ok, type Result } from '../result.ts'
import { comparePaired, type Pair } from '../statistics/compare-paired.ts'
import { decideVerdict } from '../statistics/verdict-rule.ts'
import { compareChecks } from './compare-checks.ts'
import { compareCorrected } from './compare-corrected.ts'
import { compareTargetSettings } from './compare-target-settings.ts'

export interface ComparedSide {
  readonly summary: EvaluationSummary
  readonly configuration: EvaluationConfiguration
}

export interface ComparisonOptions {
  /** Differences inside it are without meaning (0.03 unless set). */
  readonly margin: number
  /** Question texts by case id, for the flips. */
  readonly questions: ReadonlyMap<string, string>
}

/** Run B against run A over the cases both judged. */
export function compareRuns(
  a: ComparedSide,
  b: ComparedSide,
  { margin, questions }: ComparisonOptions,
): Result<Comparison> {
  const before = new Map(a.summary.cases.map((each) => [each.caseId, each]))
  const shared = b.summary.cases.flatMap((after) => {
    const earlier = before.get(after.caseId)
    return earlier === undefined ? [] : [{ earlier, after }]
  })
  if (shared.length === 0) {
    return fail(
      createError('ASSAY-7003', {
        where: `${a.summary.run.name} and ${b.summary.run.name}: no case stands in both`,
      }),
    )
  }
  return ok({
    schemaVersion: 1,
    a: describeSide(a.summary),
    b: describeSide(b.summary),
    differs: findDifferences(a, b),
    overall: compareCases(shared, margin),
    corrected: compareCorrected(a.summary.correction, b.summary.correction, margin),
    byType: [...Map.groupBy(shared, ({ after }) => after.type)].map(([type, members]) => ({
      type,
      difference: compareCases(members, margin),
    })),
    flips: shared.flatMap((pair) => flipOf(pair, questions)),
    cases: {
      shared: shared.length,
      onlyInA: before.size - shared.length,
      onlyInB: b.summary.cases.length - shared.length,
      notPaired: shared.filter((pair) => pairOf(pair) === null).length,
    },
  })
}

export interface SharedCase {
  readonly earlier: CaseResult
  readonly after: CaseResult
}

/** Means over the repeats of a case, so that repeats are no cases of their own. */
export function pairOf({ earlier, after }: SharedCase): Pair | null {
  if (earlier.passRate === null || after.passRate === null) return null
  return { first: earlier.passRate, second: after.passRate, clusterKey: after.clusterKey }
}

const compareCases = (shared: readonly SharedCase[], margin: number): Difference =>
  decideVerdict(comparePaired(shared.map(pairOf).filter((pair) => pair !== null)), margin)

function flipOf({ earlier, after }: SharedCase, questions: ReadonlyMap<string, string>): Flip[] {
  if (earlier.outcome === after.outcome && earlier.passed === after.passed) return []
  const change =
    earlier.passed === after.passed || earlier.passed === null || after.passed === null
      ? 'changed'
      : after.passed
        ? 'gained'
        : 'lost'
  return [
    {
      caseId: after.caseId,
      type: after.type,
      question: questions.get(after.caseId) ?? '',
      from: flipSide(earlier),
      to: flipSide(after),
      change,
    },
  ]
}

const flipSide = ({ outcome, declining, failedChecks, failsByChecksAlone }: CaseResult): Flip['from'] => ({
  outcome,
  declining,
  failedChecks,
  failsByChecksAlone,
})

function describeSide({ run, target, passing, latency, cost }: EvaluationSummary): ComparedRun {
  const costUsd = cost.targetUsd === null || cost.judgeUsd === null ? null : cost.targetUsd + cost.judgeUsd
  return {
    ...run,
    target: target.name,
    targetVersion: target.version,
    passing,
    medianLatencyMs: latency?.median.value ?? null,
    costUsd,
  }
}

type Setting = readonly [what: string, read: (side: ComparedSide) => string, effect: 'intended' | 'confounds']

const settings: readonly Setting[] = [
  ['target', ({ summary }) => summary.target.name, 'intended'],
  ['target version', ({ summary }) => summary.target.version ?? 'not stated', 'intended'],
  ['returned model', ({ summary }) => summary.target.returnedModels.join(', ') || 'not stated', 'intended'],
  ['test set', ({ summary }) => `${summary.testSet.name} ${summary.testSet.hash.slice(0, 8)}`, 'confounds'],
  [
    'knowledge base',
    ({ summary }) =>
      summary.knowledgeBase === null
        ? 'none'
        : `${summary.knowledgeBase.name} ${summary.knowledgeBase.version.slice(0, 8)}`,
    'confounds',
  ],
  ['judge', ({ summary }) => `${summary.judge.id} ${summary.judge.version}`, 'confounds'],
  ['repeats', ({ configuration }) => String(configuration.repeats), 'confounds'],
  ['retrieval depth', ({ configuration }) => String(configuration.retrievalDepth), 'confounds'],
]

const findDifferences = (a: ComparedSide, b: ComparedSide): Comparison['differs'] => [
  ...settings.flatMap(([what, read, effect]) =>
    read(a) === read(b) ? [] : [{ what, a: read(a), b: read(b), effect }],
  ),
  ...compareTargetSettings(a.configuration, b.configuration),
  ...compareChecks(a.configuration, b.configuration),
]

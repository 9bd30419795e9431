import type {
  CaseResult,
  Comparison,
  Difference,
  Estimate,
  EvaluationSummary,
  GateResult,
} from '@assay/contracts'
import type { MovedCase, ReviewDetail } from '@assay/contracts/hub'
import { applyGates } from '../evaluation/apply-gates.ts'
import { parseGates } from '../evaluation/gates.ts'
import { comparePaired } from '../statistics/compare-paired.ts'
import { decideVerdict } from '../statistics/verdict-rule.ts'
import { formatOutcome } from '../wording/format-outcome.ts'

export interface ReviewedRuns {
  readonly candidate: EvaluationSummary
  /** The version before, and the candidate held against it; `null`: there is none. */
  readonly against: {
    readonly baseline: EvaluationSummary
    /** `null`: no case stands in both. */
    readonly comparison: Comparison | null
  } | null
  readonly gates: readonly string[]
}

/** What the runs of a review say, without its requirements and without people's labels, which still come. */
export interface ReviewFigures extends Pick<ReviewDetail, 'moved' | 'regressions' | 'improvements'> {
  readonly differs: Comparison['differs']
  readonly overall: Difference | null
  readonly candidate: Estimate
  readonly baseline: Estimate | null
  readonly gates: readonly GateResult[]
}

/** Moved cases that are named; `moved` counts all. */
const shownMoves = 200

/** A gate that cannot be read, or is about a check that was not run, is not tested, and says why. */
export function summariseReview({ candidate, against, gates }: ReviewedRuns): ReviewFigures {
  const comparison = against?.comparison ?? null
  const overall = against === null ? null : (comparison?.overall ?? decideVerdict(comparePaired([])))
  return {
    differs: comparison?.differs ?? [],
    overall,
    candidate: candidate.passing,
    baseline: against?.baseline.passing ?? null,
    gates: gates.flatMap((expression) => decide(expression, candidate, overall)),
    regressions: describeMoves(comparison, 'lost', candidate.cases),
    improvements: describeMoves(comparison, 'gained', against?.baseline.cases ?? []),
    moved: {
      lost: flipsOf(comparison, 'lost').length,
      gained: flipsOf(comparison, 'gained').length,
      ...countUnpaired(candidate, against),
    },
  }
}

function decide(
  expression: string,
  candidate: EvaluationSummary,
  overall: Difference | null,
): readonly GateResult[] {
  const names = candidate.counts.finished === 0 ? null : new Set(candidate.checks.map(({ name }) => name))
  const gates = parseGates([expression], names)
  return gates.ok
    ? applyGates(candidate, gates.value, overall).gates
    : [{ expression, outcome: 'not tested', measured: gates.error.message }]
}

type Change = 'lost' | 'gained'

const flipsOf = (comparison: Comparison | null, change: Change): Comparison['flips'] =>
  comparison?.flips.filter((flip) => flip.change === change) ?? []

/** `failing`: the cases of the run in which they fail. */
function describeMoves(
  comparison: Comparison | null,
  change: Change,
  failing: readonly CaseResult[],
): MovedCase[] {
  const reasons = new Map(failing.map(({ caseId, reason }) => [caseId, reason]))
  return flipsOf(comparison, change)
    .slice(0, shownMoves)
    .map(({ caseId, type, question, from, to }) => ({
      caseId,
      question,
      from: formatOutcome({ type, ...from }),
      to: formatOutcome({ type, ...to }),
      because: reasons.get(caseId) ?? null,
    }))
}

/** Runs without a common case stand apart as a whole. */
function countUnpaired(candidate: EvaluationSummary, against: ReviewedRuns['against']) {
  if (against === null) return { notPaired: 0, onlyInCandidate: 0, onlyInBaseline: 0 }
  const { baseline, comparison } = against
  const { notPaired, onlyInA, onlyInB } = comparison?.cases ?? {
    notPaired: 0,
    onlyInA: baseline.cases.length,
    onlyInB: candidate.cases.length,
  }
  return { notPaired, onlyInCandidate: onlyInB, onlyInBaseline: onlyInA }
}

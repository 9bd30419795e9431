import type { Difference, EvaluationSummary } from '@assay/contracts'
import { describeHeadline } from './describe-headline.ts'
import { decideGate, type Gate } from './gates.ts'

/** Adds the gates' outcomes and the headline that follows from them. */
export function applyGates(
  summary: EvaluationSummary,
  gates: readonly Gate[],
  baseline: Difference | null,
): EvaluationSummary {
  const results = gates.map((gate) => decideGate(gate, summary, baseline))
  const headline = describeHeadline(summary, results)
  return { ...summary, gates: results, headline }
}

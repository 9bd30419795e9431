import type { Comparison, EvaluationSummary } from '@assay/contracts'
import { buildCase, type BuiltCase } from './built-case.ts'
import { buildComparison } from './built-comparison.ts'
import { createRandom } from './built-random.ts'
import { buildSummary } from './built-summary.ts'
import { buildTrust, type BuiltTrust } from './built-trust.ts'

export interface BuiltReport {
  readonly summary: EvaluationSummary
  readonly cases: readonly BuiltCase[]
  readonly comparison: Comparison
  readonly trust: BuiltTrust
}

/**
 * A made-up evaluation with the three faults of the demo (never declines, follow-ups not resolved, limits.md not
 * indexed): the same for the same size and seed. Only for tests of what shows an evaluation.
 */
export function buildReport({ size = 80, seed = 1 }: { size?: number; seed?: number } = {}): BuiltReport {
  const random = createRandom(seed)
  const cases = Array.from({ length: size }, (_, index) => buildCase(index, random))
  return {
    summary: buildSummary(cases),
    cases,
    comparison: buildComparison(cases, random),
    trust: buildTrust(cases),
  }
}

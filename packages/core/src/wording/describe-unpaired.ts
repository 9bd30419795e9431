import type { Comparison } from '@assay/contracts'
import { formatCounted } from './format-figure.ts'

/** The cases that stand in no pair, and why; empty: all are paired. */
export function describeUnpaired({ onlyInA, onlyInB, notPaired }: Comparison['cases']): readonly string[] {
  const apart = onlyInA + onlyInB
  return [
    ...(apart > 0 ? [`${formatCounted(apart, 'case')} in one run only`] : []),
    ...(notPaired > 0 ? [`${formatCounted(notPaired, 'case')} not judged in one of the two`] : []),
  ]
}

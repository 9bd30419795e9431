import type { Outcome } from '@assay/core/statistics'

/** A rate given by its counts, as independent cases. */
export const outcomesOf = (passes: number, n: number): readonly Outcome[] =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))

import type { EvaluationSummary } from '@assay/contracts'

type SliceRow = EvaluationSummary['slices'][number]['rows'][number]

/** Highest rate first, as in a list one reads down to the trouble; what was not tested stands last. */
export const sortRows = (rows: readonly SliceRow[]): readonly SliceRow[] =>
  [...rows].sort(
    (a, b) =>
      (b.correct.value ?? -1) - (a.correct.value ?? -1) ||
      b.correct.n - a.correct.n ||
      a.value.localeCompare(b.value),
  )

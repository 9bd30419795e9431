import type { EvaluationSummary } from '@assay/contracts'

export type Slice = EvaluationSummary['slices'][number]
export type SliceRow = Slice['rows'][number]

/** Highest rate first, as in a list one reads down to the trouble; what was not tested stands last. */
export const sortRows = (rows: readonly SliceRow[]): readonly SliceRow[] =>
  rows.toSorted(
    (a, b) =>
      (b.correct.value ?? -1) - (a.correct.value ?? -1) ||
      b.correct.n - a.correct.n ||
      a.value.localeCompare(b.value),
  )

export interface WeakSlice {
  readonly by: Slice['by']
  readonly row: SliceRow
}

/**
 * Slices that were screened and found weaker than the rest, lowest first. Of those with the very same figures, which hold
 * the same cases under another name, only the one a reader can act on.
 */
export const findWeakSlices = (slices: readonly Slice[], limit: number): readonly WeakSlice[] =>
  slices
    .flatMap(({ by, rows }) => rows.map((row) => ({ by, row })))
    .filter(({ row }) => row.weaker === true)
    .toSorted(
      (a, b) =>
        (a.row.correct.value ?? 1) - (b.row.correct.value ?? 1) ||
        b.row.correct.n - a.row.correct.n ||
        concreteFirst.indexOf(a.by) - concreteFirst.indexOf(b.by),
    )
    .filter(({ row }, index, all) => all.findIndex((other) => isSame(other.row, row)) === index)
    .slice(0, limit)

const isSame = (one: SliceRow, other: SliceRow): boolean =>
  one.cases === other.cases && one.correct.n === other.correct.n && one.correct.value === other.correct.value

const concreteFirst: readonly Slice['by'][] = [
  'type',
  'source',
  'topic',
  'language',
  'tag',
  'level',
  'length',
]

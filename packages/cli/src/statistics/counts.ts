import type { Outcome } from '@assay/core/statistics'

/** More would take minutes and gigabytes. */
const maxCases = 10_000_000

/** A rate given by its counts, as independent cases. */
export const outcomesOf = (passes: number, n: number): readonly Outcome[] =>
  Array.from({ length: n }, (_, index) => ({ pass: index < passes }))

/** What is wrong with the counts of a rate, in words; null where nothing is. */
export function describeWrongCounts(passes: number, n: number): string | null {
  if (!isCount(passes) || !isCount(n)) return 'Counts are whole numbers, 0 or more'
  if (n === 0) return 'Of 0 cases there is no rate'
  if (n > maxCases) return 'Counts are measured up to 10,000,000 cases'
  return passes > n ? `${passes} of ${n} cases cannot be` : null
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

import type { AccuracyCard, MeasuredSet } from '@assay/contracts'

/** The set by which a report says how far to trust a judge: the first that holds both right and wrong answers; `null`: none. */
export const reportSet = ({ sets }: Pick<AccuracyCard, 'sets'>): MeasuredSet | null =>
  sets.find((set) => set.positives > 0 && set.negatives > 0) ?? null

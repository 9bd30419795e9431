import type { AccuracyCard } from '@assay/contracts'

/** The newest card of a judge or detector in that version; `null`: it is unmeasured. Without a version, of any. */
export const findCard = (
  cards: readonly AccuracyCard[],
  { id, version }: { readonly id: string; readonly version?: string },
): AccuracyCard | null =>
  cards.findLast((card) => card.id === id && (version === undefined || card.version === version)) ?? null

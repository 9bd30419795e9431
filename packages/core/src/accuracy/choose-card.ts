import type { AccuracyCard } from '@assay/contracts'
import { findCard } from './find-card.ts'
import { reportSet } from './report-set.ts'

/** Under so many labels of either kind a measurement of one's own says less than a shipped one. */
const minOfEach = 50

/** The card to trust a judge or detector by: one's own newest that rests on enough labels, else the shipped one; `null`: unmeasured. What rests on rows chosen by hand is none. */
export function chooseCard(
  cards: { readonly own: readonly AccuracyCard[]; readonly shipped: readonly AccuracyCard[] },
  wanted: { readonly id: string; readonly version: string },
): AccuracyCard | null {
  const own = cards.own.filter((card) => reportSet(card)?.isByHand !== true)
  return findCard(own.filter(isEnough), wanted) ?? findCard(cards.shipped, wanted) ?? findCard(own, wanted)
}

function isEnough(card: AccuracyCard): boolean {
  const set = reportSet(card)
  return set !== null && Math.min(set.positives, set.negatives) >= minOfEach
}

import type { AccuracyCard } from '@assay/contracts'
import { findCard } from './find-card.ts'
import { reportSet } from './report-set.ts'

/** Under so many labels of either kind a measurement of one's own says less than a shipped one. */
const minOfEach = 50

/** The card to trust a judge or detector by: one's own where it rests on enough labels, else the shipped one; `null`: unmeasured. */
export function chooseCard(
  cards: { readonly own: readonly AccuracyCard[]; readonly shipped: readonly AccuracyCard[] },
  wanted: { readonly id: string; readonly version: string },
): AccuracyCard | null {
  const [own, shipped] = [findCard(cards.own, wanted), findCard(cards.shipped, wanted)]
  const set = own === null ? null : reportSet(own)
  const isEnough = set !== null && Math.min(set.positives, set.negatives) >= minOfEach
  return isEnough ? own : (shipped ?? own)
}

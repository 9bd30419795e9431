import { isSameQuantity } from '../match-number.ts'
import { commonLength } from '../match-text.ts'
import { isHedged } from '../polarity.ts'
import { compareDates, granularityOf, type ReadDate } from '../read-dates.ts'
import type { Quantity } from '../read-quantities.ts'
import { antonyms } from './antonyms.data.ts'
import type { Window } from './read-sources.ts'
import type { Anchor, Unit } from './read-unit.ts'

/** What a claim and a window of a source have in common. */
export interface Match {
  readonly window: Window
  /** Words and values of the claim that the window does not hold. */
  readonly missing: readonly Anchor[]
  readonly missingQuantities: readonly Quantity[]
  readonly missingDates: readonly ReadDate[]
}

export function matchWindow(claim: Unit, window: Window): Match {
  const missing = claim.anchors.filter(({ key }) => !window.keys.has(key))
  const missingQuantities = claim.quantities.filter((one) => !hasQuantity(window.quantities, one))
  const missingDates = claim.dates.filter((one) => !hasDate(window.dates, one))
  return { window, missing, missingQuantities, missingDates }
}

/** The windows that hold the most words and values of a claim. */
export function findNearest(claim: Unit, windows: readonly Window[]): readonly Window[] {
  let most = 1
  let nearest: Window[] = []
  for (const window of windows) {
    const shared = countShared(claim, window)
    if (shared > most) nearest = []
    if (shared >= most) nearest.push(window)
    most = Math.max(most, shared)
  }
  return nearest
}

function countShared(claim: Unit, window: Window): number {
  let shared = 0
  for (const { key } of claim.anchors) if (window.keys.has(key)) shared += 1
  for (const one of claim.quantities) if (hasQuantity(window.quantities, one)) shared += 1
  for (const one of claim.dates) if (hasDate(window.dates, one)) shared += 1
  return shared
}

export const hasQuantity = (quantities: readonly Quantity[], one: Quantity): boolean =>
  quantities.some(
    (other) => isSameQuantity(one, other) && (one.bound === other.bound || one.bound === 'about'),
  )

export const hasDate = (dates: readonly ReadDate[], one: ReadDate): boolean =>
  dates.some((other) => compareDates(one, other, granularityOf(one)) === 'same')

/** Words that the claim affirms and the window denies, or the reverse. */
export const findDenied = (claim: Unit, { keys }: Window): readonly Anchor[] =>
  claim.anchors.filter(({ key, polarity }) => keys.get(key)?.has(polarity) === false)

/** Why a window that holds every word and value may still say something else; `null`: it says the same. */
export function findDoubt(claim: Unit, window: Window): string | null {
  const shared = window.anchors.filter(({ key }) => claim.keys.has(key))
  if ([...shared, ...claim.anchors].some(({ polarity }) => polarity === 'unclear'))
    return 'it is negated in a way the rules cannot read'
  if (isHedged(window.text) && !isHedged(claim.text)) return 'the source says it less firmly'
  // "A beat B" is not "B beat A".
  const there = new Set(window.order)
  const wanted = claim.order.filter((key) => there.has(key))
  const isInOrder = commonLength(wanted, window.order) >= 0.8 * wanted.length
  return isInOrder ? null : 'the source says the words in another order'
}

/** Why a window may say it of something else: it also holds the opposite of a word. */
export function findOpposite(claim: Unit, window: Window): string | null {
  const opposite = claim.anchors.find(({ key }) => excludedBy(key, claim, window) !== undefined)
  return opposite === undefined ? null : `the source also says the opposite of "${opposite.word.text}"`
}

/** A word of the window that excludes the one word of the claim that is missing. */
export function findAntonym({ missing, window }: Match, claim: Unit): Anchor | null {
  const [only] = missing
  if (missing.length !== 1 || only === undefined) return null
  return excludedBy(only.key, claim, window) ?? null
}

/** A word of the window, and not of the claim, that cannot hold together with that word. */
function excludedBy(key: string, claim: Unit, window: Window): Anchor | undefined {
  const excluded = antonyms.get(key)
  return excluded === undefined
    ? undefined
    : window.anchors.find((one) => excluded.has(one.key) && !claim.keys.has(one.key))
}

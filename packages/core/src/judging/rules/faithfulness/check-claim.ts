import { granularityOf } from '../read-dates.ts'
import type { Quantity } from '../read-quantities.ts'
import type { ClaimContext } from './claim-context.ts'
import { findUnsaid } from './find-unsaid.ts'
import {
  findAntonym,
  findDenied,
  findDoubt,
  findNearest,
  findOpposite,
  hasDate,
  hasQuantity,
  matchWindow,
  type Match,
} from './match-window.ts'
import type { Window } from './read-sources.ts'
import { wordKey, type Place, type Unit } from './read-unit.ts'

export type ClaimStatus = 'supported' | 'contradicted' | 'unsupported' | 'not-judged'

export interface ClaimFinding {
  readonly status: ClaimStatus
  /** To follow "the claim …". */
  readonly reason: string
  /** What decides, as it stands in the sources. */
  readonly window?: Window | undefined
}

/** What the sources say to one claim (methods §2: all content anchors and the polarity, never similarity alone). */
export function checkClaim(claim: Unit, context: ClaimContext): ClaimFinding {
  if (claim.order.length > maxClaimWords) return { status: 'not-judged', reason: 'is too long for one claim' }
  if (/\?["”’)]*$/u.test(claim.text)) return { status: 'not-judged', reason: 'is a question' }
  const { windows } = context.sources
  const found = findNearest(claim, windows).map((window) =>
    judgeMatch(claim, matchWindow(claim, window), context),
  )
  return (
    found.find(({ status }) => status === 'supported') ??
    found.find(({ status }) => status === 'contradicted') ??
    fromUnsaid(findUnsaid(claim, context)) ??
    found.find(({ reason }) => reason !== otherWords) ?? { status: 'not-judged', reason: otherWords }
  )
}

const maxClaimWords = 150

const otherWords = 'is worded differently from the sources'

function judgeMatch(claim: Unit, match: Match, context: ClaimContext): ClaimFinding {
  const { window } = match
  const values = match.missingQuantities.length + match.missingDates.length
  const finding = (status: ClaimStatus, reason: string): ClaimFinding => ({ status, reason, window })
  const enough = claim.anchors.length - match.missing.length >= 2
  if (match.missing.length === 0 && values === 0) return judgeFull(claim, window, context)
  if (values === 0 && enough && window.sentences === 1) {
    const antonym = findAntonym(match, claim)
    if (antonym !== null && findDenied(claim, window).length === 0 && findDoubt(claim, window) === null)
      return finding('contradicted', `says the opposite of "${antonym.word.text}"`)
  }
  if (values === 1 && match.missing.length === 0 && enough && findDenied(claim, window).length === 0) {
    const rival = findRival(match)
    if (rival !== null)
      return finding(
        'contradicted',
        `gives another value than "${window.text.slice(rival.start, rival.end)}"`,
      )
  }
  return { status: 'not-judged', reason: otherWords }
}

/** Every word and value is there. */
function judgeFull(claim: Unit, window: Window, context: ClaimContext): ClaimFinding {
  const doubt =
    findDoubt(claim, window) ?? findOpposite(claim, window) ?? findLooseness(claim, window, context)
  if (doubt !== null) return { status: 'not-judged', reason: `is not judged: ${doubt}`, window }
  const isDenied = holdsDenied(claim, window)
  if (claim.denied.quantities.length + claim.denied.dates.length > 0 && !isDenied && !holdsValue(claim))
    return { status: 'not-judged', reason: 'only says what is not so', window }
  const agrees = findDenied(claim, window).length === 0 && !isDenied
  if (agrees && claim.order.length < 4 && claim.anchors.some(({ polarity }) => polarity === 'negated'))
    return { status: 'not-judged', reason: 'is too short to tell what it denies', window }
  if (agrees) return { status: 'supported', reason: 'is what the source says', window }
  return window.sentences === 1 && claim.order.length >= 3
    ? { status: 'contradicted', reason: 'is denied by the source', window }
    : { status: 'not-judged', reason: 'is not judged: it is negated in a way the rules cannot read', window }
}

const holdsValue = ({ quantities, dates }: Unit): boolean => quantities.length + dates.length > 0

/** A value that the claim denies and the window affirms. */
const holdsDenied = ({ denied }: Unit, { quantities, dates }: Window): boolean =>
  denied.quantities.some((one) => hasQuantity(quantities, one)) ||
  denied.dates.some((one) => hasDate(dates, one))

/** A few words prove nothing unless the window speaks of what was asked. */
function findLooseness(claim: Unit, window: Window, { question }: ClaimContext): string | null {
  if (claim.order.length >= 4) return null
  const asked = question.anchors
  const there = asked.filter(({ key }) => window.keys.has(key))
  const isRepeated = claim.order.length < 3 && claim.order.every((key) => question.keys.has(key))
  if (isRepeated) return 'it only repeats the question'
  if (asked.length === 0) return claim.order.length >= 2 ? null : 'it is too short'
  return there.length / asked.length >= 0.5 ? null : 'it is too short to tell what it is said of'
}

/** The one value of the same kind that stands in the place of the claim's. */
function findRival({ window, missingQuantities, missingDates }: Match): Place | null {
  const [quantity] = missingQuantities
  const [date] = missingDates
  const places =
    quantity === undefined
      ? window.dates.filter((one) => date !== undefined && granularityOf(one) === granularityOf(date))
      : window.quantities.filter((one) => isOfKind(one, quantity))
  const [rival] = places
  return places.length === 1 && rival !== undefined ? rival : null
}

const isOfKind = (one: Quantity, other: Quantity): boolean =>
  one.dimension === other.dimension &&
  (one.dimension !== 'count' ||
    (one.noun !== null &&
      other.noun !== null &&
      wordKey(one.noun.toLowerCase()) === wordKey(other.noun.toLowerCase())))

const fromUnsaid = (words: string | null): ClaimFinding | null =>
  words === null ? null : { status: 'unsupported', reason: `holds "${words}", which no source does` }

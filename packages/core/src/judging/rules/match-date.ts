import type { ClaimKey } from '@assay/contracts'
import { bindSlot, type Candidate, type Finding } from './bind-slot.ts'
import type { ReadAnswer } from './read-answer.ts'
import { compareDates, granularityOf, readDates, type Granularity, type ReadDate } from './read-dates.ts'
import type { Slot } from './slot.ts'

/** Dates, as exactly as the question asks. */
export function matchDate(key: ClaimKey, answer: ReadAnswer, slot: Slot): Finding | null {
  const keys = [key.value, ...key.aliases].flatMap((form) => readDates(form).slice(0, 1))
  const [main] = keys
  if (main === undefined) return null
  const granularity = key.granularity ?? askedGranularity(slot.question) ?? granularityOf(main)
  const wrong = key.knownWrong.flatMap((form) => readDates(form).slice(0, 1))
  const asked = readDates(slot.known)
  const candidates = readDates(answer.text).flatMap((date) =>
    toCandidate(date, { keys, wrong, asked, granularity }).map((candidate) =>
      boundOf(candidate, answer.text, key),
    ),
  )
  if (candidates.length === 0 && impreciseDate.test(answer.text))
    return { status: 'unclear', reason: 'gives the date in another way than the reference' }
  return bindSlot(candidates, answer, slot)
}

/** "before 1786" is not 1786. */
function boundOf(candidate: Candidate, text: string, key: ClaimKey): Candidate {
  const bound = /\b(?:before|after|until|since|later than|earlier than)\s+(?:the\s+)?$/iu
  const isBound = bound.test(text.slice(Math.max(0, candidate.start - 14), candidate.start))
  if (!isBound || candidate.agrees !== 'yes' || bound.test(`${key.value.split(/\d/u)[0] ?? ''} `))
    return candidate
  return { ...candidate, agrees: 'unclear', why: 'gives a bound where a date is asked' }
}

const impreciseDate =
  /\b(?:century|centuries|decades?|ago|the same year|the year (?:after|before)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|bc|bce|later|earlier)\b/iu

/** What the question's wording fixes; `null`: "when" leaves it to the key. */
function askedGranularity(question: string): Granularity | null {
  if (/\b(?:what|which|in what|the) years?\b/iu.test(question)) return 'year'
  if (/\b(?:what|which) months?\b/iu.test(question)) return 'month'
  return /\b(?:what|which|exact) (?:day|date)\b/iu.test(question) ? 'day' : null
}

interface Comparison {
  readonly keys: readonly ReadDate[]
  readonly wrong: readonly ReadDate[]
  readonly asked: readonly ReadDate[]
  readonly granularity: Granularity
}

function toCandidate(date: ReadDate, { keys, wrong, asked, granularity }: Comparison): readonly Candidate[] {
  const verdicts = keys.map((key) => compareDates(key, date, granularity))
  const agrees = verdicts.includes('same') ? 'yes' : verdicts.includes('unclear') ? 'unclear' : 'no'
  const knownWrong = wrong.some((other) => compareDates(other, date, granularity) === 'same')
  const echoed = asked.some((other) => compareDates(other, date, granularityOf(other)) === 'same')
  if (agrees !== 'yes' && echoed && !knownWrong) return []
  return [
    { start: date.start, end: date.end, agrees, knownWrong, why: 'gives the date less exactly than asked' },
  ]
}

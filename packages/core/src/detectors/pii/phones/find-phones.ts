import type { DetectedSpan } from '../../../ports/detector.ts'
import type { Zone } from '../zones.ts'
import { otherNumberWord, phoneWordAfter, phoneWordBefore } from './phone-words.data.ts'
import { canBePhone, ratePhone } from './rate-phone.ts'

/** Digits with at most three separators between two, in brackets perhaps, and an extension. */
const candidate =
  /(?<![\w+)#$€£*=](?!\(\+)|\d[.:]|\d,(?=\d{3}(?!\d))|\w-(?!\d?\()|(?<=^|\s)-)(?:\( ?\+? ?|\+ ?\(?)?\d(?:[ .\-/()]{0,3}\d){5,30}(?![\d%*=:°]|\.\d|,\d{3}(?!\d)|[-/][A-Za-z])(?: ?(?:x|ext\.?|extension|доб\.?) ?\d{1,6}(?!\d))?(?![A-Za-z_])/gi

/** How sure a word beside it makes a number: one of a known form, and any other. */
const [namedForm, namedNumber] = [0.92, 0.8]
/** From how sure on a part of a row of digits stands for itself. */
const standsAlone = 0.45
/** How close after another number a number takes over its word. */
const sameListReach = 12

/** Telephone numbers of all countries: by their form, and any number of fitting length where a word says so. */
export function findPhones(text: string, zone: Zone): readonly DetectedSpan[] {
  const found: DetectedSpan[] = []
  let namedUntil = -Infinity
  for (const match of text.slice(zone.start, zone.end).matchAll(candidate)) {
    const place = { start: zone.start + match.index, end: zone.start + match.index + match[0].length }
    const isNamed =
      hasPhoneWord(text, place) ||
      (place.start - namedUntil <= sameListReach && !text.slice(namedUntil, place.start).includes('\n'))
    const phones = readPhones(match[0], isNamed)
    for (const { at, length, score } of phones)
      found.push({ start: place.start + at, end: place.start + at + length, label: 'phone', score })
    if (isNamed && phones.length > 0) namedUntil = place.end
  }
  return found
}

interface Part {
  readonly at: number
  readonly length: number
  readonly score: number
}

/** One number, or a row of several. */
function readPhones(candidateText: string, isNamed: boolean): readonly Part[] {
  const text = trimBrackets(candidateText)
  const at = candidateText.indexOf(text)
  const body = text.replace(/ ?\p{L}+\.? ?\d{1,6}$/u, '')
  const score = ratePhone(body)
  if (isNamed && canBePhone(body))
    return [{ at, length: text.length, score: score > 0 ? namedForm : namedNumber }]
  if (score > 0) return [{ at, length: text.length, score }]
  return splitRow(text).map((part) => ({
    ...part,
    at: at + part.at,
    score: isNamed ? namedForm : part.score,
  }))
}

/** A number that stands for itself, a space, and the rest: another such number, or whatever it is. */
function splitRow(text: string): readonly Part[] {
  for (const { index } of text.matchAll(/ +/g)) {
    const score = ratePhone(text.slice(0, index))
    if (score < standsAlone) continue
    const rest = text.slice(index).trimStart()
    const restScore = ratePhone(rest)
    const restAt = text.length - rest.length
    const isDate = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(rest)
    if (restScore < standsAlone && !isDate) continue
    const second = isDate ? [] : [{ at: restAt, length: rest.length, score: restScore }]
    return [{ at: 0, length: index, score }, ...second]
  }
  return []
}

/** Without a bracket that has no other half. */
const trimBrackets = (text: string): string => (text.includes(')') ? text : text.replace(/^\( ?/, ''))

function hasPhoneWord(text: string, { start, end }: Zone): boolean {
  const before = phoneWordBefore.exec(text.slice(Math.max(0, start - 60), start))
  if (before !== null && !otherNumberWord.test(before[0])) return true
  return phoneWordAfter.test(text.slice(end, end + 16))
}

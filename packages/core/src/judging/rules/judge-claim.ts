import type { ClaimKey } from '@assay/contracts'
import type { Finding } from './bind-slot.ts'
import { hasForm } from './find-form.ts'
import { matchBoolean } from './match-boolean.ts'
import { matchDate } from './match-date.ts'
import { matchIdentifier, placesOf } from './match-identifier.ts'
import { matchList } from './match-list.ts'
import { isChoice, matchName } from './match-name.ts'
import { matchNumber } from './match-number.ts'
import { matchText } from './match-text.ts'
import { matchVersion } from './match-version.ts'
import type { ReadAnswer } from './read-answer.ts'
import { readQuantities } from './read-quantities.ts'
import { contentStems, readWords } from './read-words.ts'
import { createSlot, type Asked, type Slot } from './slot.ts'

/** What an answer says about one typed claim. */
export function judgeClaim(key: ClaimKey, answer: ReadAnswer, asked: Asked): Finding {
  const slot = createSlot(key, asked)
  const finding = settleAbsence(byKind(key, answer, slot) ?? matchText(key, answer, slot), answer, slot)
  const doubt = finding.status === 'present' ? doubtOf(finding, key, answer, asked.question) : null
  return doubt === null ? finding : { status: 'unclear', reason: doubt, span: finding.span }
}

/** A short answer that names nothing of the kind, and no word of the attribute either, leaves the claim out. */
function settleAbsence(finding: Finding, answer: ReadAnswer, slot: Slot): Finding {
  if (finding.isAbsent !== true || !slot.isTyped || answer.words.length > 25) return finding
  const there = new Set(contentStems(answer.text))
  const own = slot.attribute.filter((stem) => !slot.subject.includes(stem))
  return own.some((stem) => there.has(stem))
    ? finding
    : { status: 'missing', reason: 'does not give the asked value' }
}

/** Why a value that is there may still not be the answer. */
function doubtOf(finding: Finding, key: ClaimKey, answer: ReadAnswer, question: string): string | null {
  if (isEcho(key, answer, question)) return 'only repeats the reference value from the question'
  if (finding.span === undefined) return null
  if (finding.span[1] <= answer.correctedFrom) return 'gives the reference value and then corrects itself'
  if (isAlternative(answer.text, ...widenOverKey(finding.span, key, answer)))
    return 'gives the reference value as one of several alternatives'
  return null
}

/** With the words of the key that stand beside the value: "100% oxygen", "counties or powiats". */
function widenOverKey(
  [start, end]: readonly [number, number],
  key: ClaimKey,
  { words }: ReadAnswer,
): readonly [number, number] {
  const own = new Set(readWords(key.value).map(({ norm }) => norm))
  const after = words.findIndex((word) => word.start >= end)
  const before = words.findLastIndex((word) => word.end <= start)
  const isOwn = (index: number): boolean => own.has(words[index]?.norm ?? '')
  // An "or" belongs to the key where more of the key is on its other side.
  const goesOn = (index: number, step: 1 | -1): boolean =>
    isOwn(index) && (words[index]?.norm !== 'or' || isOwn(index + step))
  let [first, last] = [before, after === -1 ? words.length : after]
  while (goesOn(first, -1)) first -= 1
  while (goesOn(last, 1)) last += 1
  return [
    first === before ? start : (words[first + 1]?.start ?? start),
    last === after || after === -1 ? end : (words[last - 1]?.end ?? end),
  ]
}

const isAlternative = (text: string, start: number, end: number): boolean =>
  /^["'”’)]*,?\s+or\s/iu.test(text.slice(end, end + 8)) ||
  (/(?:^|\s)or\s+(?:(?:the|an?|maybe|perhaps)\s+)?["'“‘(]*$/iu.test(
    text.slice(Math.max(0, start - 20), start),
  ) &&
    !/\bor\s+(?:earlier|later|more|less)\b/iu.test(text.slice(Math.max(0, start - 20), start)))

function byKind(key: ClaimKey, answer: ReadAnswer, slot: Slot): Finding | null {
  switch (key.kind) {
    case 'number':
      return matchNumber(key, answer, slot)
    case 'date':
      return matchDate(key, answer, slot)
    case 'version':
      return matchVersion(key, answer, slot)
    case 'identifier':
      return /^\d+$/u.test(key.value) ? matchNumber(key, answer, slot) : matchIdentifier(key, answer, slot)
    case 'boolean':
      return matchBoolean(key, answer, slot.question)
    case 'name':
    case 'place':
      return matchName(key, answer, slot)
    case 'list':
      return matchList(key, answer)
    case 'text':
      return null
  }
}

/** Repeating the question proves nothing; a bare answer and a choice do. */
function isEcho(key: ClaimKey, answer: ReadAnswer, question: string): boolean {
  if (!standsIn(question, key)) return false
  return !isChoice(key, question) && answer.words.length > readWords(key.value).length + 3
}

function standsIn(question: string, key: ClaimKey): boolean {
  switch (key.kind) {
    case 'boolean':
    case 'list':
      return false
    case 'identifier':
      return placesOf(key.value, question).length > 0
    case 'number': {
      const [value] = readQuantities(key.value)
      return readQuantities(question).some(
        (one) => one.value === value?.value && one.dimension === value.dimension,
      )
    }
    default:
      return hasForm(key.value, question)
  }
}

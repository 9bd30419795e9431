import type { ClaimKey } from '@assay/contracts'
import type { Finding } from './bind-slot.ts'
import { hasForm } from './find-form.ts'
import { matchBoolean } from './match-boolean.ts'
import { matchDate } from './match-date.ts'
import { matchIdentifier } from './match-identifier.ts'
import { matchList } from './match-list.ts'
import { isChoice, matchName } from './match-name.ts'
import { matchNumber } from './match-number.ts'
import { matchText } from './match-text.ts'
import { matchVersion } from './match-version.ts'
import type { ReadAnswer } from './read-answer.ts'
import { readWords } from './read-words.ts'
import { createSlot, type Slot } from './slot.ts'

/** What an answer says about one typed claim. */
export function judgeClaim(key: ClaimKey, answer: ReadAnswer, question: string): Finding {
  const slot = createSlot(key, question)
  const finding = byKind(key, answer, slot) ?? matchText(key, answer, slot)
  const doubt = finding.status === 'present' ? doubtOf(finding, key, answer, question) : null
  return doubt === null ? finding : { status: 'unclear', reason: doubt, span: finding.span }
}

/** Why a value that is there may still not be the answer. */
function doubtOf(finding: Finding, key: ClaimKey, answer: ReadAnswer, question: string): string | null {
  if (isEcho(key, answer, question)) return 'only repeats the reference value from the question'
  if (finding.span === undefined) return null
  const [start, end] = finding.span
  if (end <= answer.correctedFrom) return 'gives the reference value and then corrects itself'
  if (!/\bor\b/iu.test(key.value) && isAlternative(answer.text, start, end))
    return 'gives the reference value as one of several alternatives'
  return null
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
  const repeats = key.kind === 'identifier' ? question.includes(key.value) : hasForm(key.value, question)
  if (key.kind === 'boolean' || key.kind === 'list' || !repeats) return false
  return !isChoice(key, question) && answer.words.length > readWords(key.value).length + 3
}

import type { ClaimKey } from '@assay/contracts'
import { bindSlot, type Candidate, type Finding } from './bind-slot.ts'
import { compareNames } from './compare-names.ts'
import { findForm, formWords, hasForm } from './find-form.ts'
import { readProperNames } from './proper-names.ts'
import type { ReadAnswer } from './read-answer.ts'
import { readWords, type Word } from './read-words.ts'
import type { Slot } from './slot.ts'

/** Names of people, places and things: the words of the name; another name in the slot contradicts. */
export function matchName(key: ClaimKey, answer: ReadAnswer, slot: Slot): Finding | null {
  const forms = [key.value, ...key.aliases].map(formWords).filter((form) => form.length > 0)
  if (forms.length === 0) return null
  const named = readProperNames(answer.text)
  const agreeing = forms
    .flatMap((form) => findForm(form, answer.words))
    .map((run): Candidate => toAgreeing(run, forms, named))
  const wrong = siblingForms(key)
    .map(formWords)
    .flatMap((form) => findForm(form, answer.words))
  const rivals = named.filter((run) => !isEchoed(run, key, slot)).map((run): Candidate => toRival(run, forms))
  const siblings = wrong.map((run): Candidate => ({ ...placeOf(run), agrees: 'no', knownWrong: true }))
  const candidates = withoutOverlap([...agreeing, ...siblings, ...rivals])
  if (candidates.length === 0)
    return { status: 'unclear', reason: 'names nothing that could be compared', isAbsent: true }
  return bindSlot(candidates, answer, slot)
}

/** Values of siblings; a word that names the subject or the attribute itself is none. */
export const siblingForms = (key: ClaimKey): readonly string[] =>
  key.knownWrong.filter((form) => !hasForm(form, `${key.attribute ?? ''}\n${key.subject ?? ''}`))

/** Inside a longer name it may be another thing: "Virginia" in "West Virginia". */
function toAgreeing(
  run: readonly Word[],
  forms: readonly (readonly string[])[],
  named: readonly (readonly Word[])[],
): Candidate {
  const place = placeOf(run)
  const longer = named.find((one) => placeOf(one).start <= place.start && placeOf(one).end >= place.end)
  const words = longer?.map((word) => word.norm) ?? []
  const isLonger =
    longer !== undefined &&
    longer.length > run.length &&
    forms.every((form) => compareNames(form, words) !== 'same')
  return isLonger && run.length === 1
    ? { ...place, agrees: 'unclear', why: 'gives a longer name that holds the reference' }
    : isPossessor(run, forms)
      ? { ...place, agrees: 'unclear', why: 'names something that belongs to the reference' }
      : { ...place, agrees: 'yes' }
}

/** "Julie Cooper's father" is not Julie Cooper. */
const isPossessor = (run: readonly Word[], forms: readonly (readonly string[])[]): boolean =>
  /['’]s$/iu.test(run.at(-1)?.text ?? '') && !forms.some((form) => form.length > run.length)

function toRival(run: readonly Word[], forms: readonly (readonly string[])[]): Candidate {
  const verdicts = forms.map((form) =>
    compareNames(
      form,
      run.map((word) => word.norm),
    ),
  )
  if (verdicts.includes('same')) return { ...placeOf(run), agrees: 'yes' }
  return verdicts.includes('unclear')
    ? { ...placeOf(run), agrees: 'unclear', why: 'gives a name that may be short for the reference' }
    : { ...placeOf(run), agrees: 'no' }
}

/** Names the question already gives are no answers, unless it asks to choose between them. */
function isEchoed(run: readonly Word[], key: ClaimKey, { question, known }: Slot): boolean {
  const asked = new Set(readWords(known).map((word) => word.norm))
  if (!run.every((word) => asked.has(word.norm))) return false
  return !(isChoice(key, question) && afterOptionsBegin(run, key, question))
}

export const isChoice = (key: ClaimKey, question: string): boolean =>
  /\bor\b/iu.test(question) && [key.value, ...key.aliases].some((form) => hasForm(form, question))

/** The options stand after the last colon or comma before the first of them. */
function afterOptionsBegin(run: readonly Word[], key: ClaimKey, question: string): boolean {
  const words = readWords(question)
  const place = (form: readonly string[]): number => findForm(form, words)[0]?.[0]?.start ?? -1
  const or = question.search(/\bor\b/iu)
  const first = Math.min(or, place(formWords(key.value)))
  const begin = Math.max(question.lastIndexOf(',', first), question.lastIndexOf(':', first), 0)
  return place(run.map((word) => word.norm)) >= begin
}

const placeOf = (run: readonly Word[]): { readonly start: number; readonly end: number } => ({
  start: run[0]?.start ?? 0,
  end: run.at(-1)?.end ?? 0,
})

/** The first of two that share a place stays. */
export const withoutOverlap = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter((one, index) =>
    candidates.slice(0, index).every((other) => one.end <= other.start || other.end <= one.start),
  )

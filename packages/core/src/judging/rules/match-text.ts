import type { ClaimKey } from '@assay/contracts'
import { bindSlot, type Candidate, type Finding } from './bind-slot.ts'
import type { ReadAnswer } from './read-answer.ts'
import { contentStems, readWords, stemWord, type Word } from './read-words.ts'
import type { Slot } from './slot.ts'
import { stopWords } from './stop-words.data.ts'

/** Free text passes only almost word for word and with the same polarity; everything else is not judged (methods §2.1). */
export function matchText(key: ClaimKey, answer: ReadAnswer, slot: Slot): Finding {
  const forms = [key.value, ...key.aliases].filter((form) => contentStems(form).length > 0)
  const short = forms.filter((form) => contentStems(form).length <= 4 && !hasNegator(form))
  const candidates = short.flatMap((form) => phrasePlaces(contentStems(form), answer.words))
  if (candidates.length > 0) return cautious(bindSlot(candidates, answer, slot), { answer, key, slot })
  const window = forms.map((form) => findWindow(form, answer)).find((found) => found !== null)
  if (window === undefined || window === null)
    return {
      status: 'unclear',
      reason: 'words it differently from the reference, which the rules cannot compare',
    }
  return cautious(
    { status: 'present', reason: 'says it almost word for word', span: window, bound: true },
    { answer, key, slot },
  )
}

interface Said {
  readonly answer: ReadAnswer
  readonly key: ClaimKey
  readonly slot: Slot
}

/**
 * A phrase can be denied or merely stand beside a negation: only a short answer tells which. Beside other statements it
 * can be what the answer does not say: "It is X. The reference says Y."
 */
function cautious(finding: Finding, said: Said): Finding {
  const unclear = (reason: string): Finding => ({ status: 'unclear', reason, span: finding.span })
  if (finding.status === 'contradicted' && said.answer.words.length > 15)
    return unclear('negates in a way the rules cannot read')
  return finding.status === 'present' && saysMore(finding, said)
    ? unclear('says more than the reference, which the rules cannot compare')
    : finding
}

/** A sentence that does not hold the phrase, with two content words of its own. */
function saysMore({ span: [start, end] = [0, 0] }: Finding, { answer, key, slot }: Said): boolean {
  const known = new Set(contentStems(`${slot.known}\n${key.value}\n${key.aliases.join('\n')}`))
  return answer.sentences
    .filter((sentence) => sentence.end <= start || end <= sentence.start)
    .some(({ text }) => contentStems(text).filter((stem) => !known.has(stem)).length >= 2)
}

const negators =
  /\b(?:not|no|never|neither|nor|cannot|without|except|unless|instead of|rather than)\b|n['’]t\b/giu
const countNegators = (text: string): number => text.match(negators)?.length ?? 0
const hasNegator = (text: string): boolean => countNegators(text) > 0

const countAlternatives = (text: string): number => text.match(/\bor\b/giu)?.length ?? 0

const contentWords = (words: readonly Word[]): readonly Word[] =>
  words.filter((word) => !stopWords.has(word.norm))

/** Where the content words stand one after the other. */
function phrasePlaces(stems: readonly string[], words: readonly Word[]): readonly Candidate[] {
  const content = contentWords(words)
  return content.flatMap((first, index): readonly Candidate[] => {
    const run = content.slice(index, index + stems.length)
    if (run.length < stems.length || !run.every((word, place) => stemWord(word.norm) === stems[place]))
      return []
    return [{ start: first.start, end: run.at(-1)?.end ?? first.end, agrees: 'yes' }]
  })
}

/** One sentence, or a short answer as a whole, that has nine in ten of the anchors in their order and all numbers. */
function findWindow(form: string, answer: ReadAnswer): readonly [number, number] | null {
  const anchors = contentStems(form)
  if (anchors.length < 3) return null
  const whole = answer.words.length <= 60 ? [{ start: 0, end: answer.text.length, text: answer.text }] : []
  const found = [...answer.sentences, ...whole].find((window) => {
    const stems = contentWords(readWords(window.text)).map((word) => stemWord(word.norm))
    const numbersKept = anchors
      .filter((anchor) => /\d/u.test(anchor))
      .every((anchor) => stems.includes(anchor))
    return (
      numbersKept &&
      countNegators(window.text) === countNegators(form) &&
      countAlternatives(window.text) <= countAlternatives(form) &&
      commonLength(anchors, stems) >= Math.ceil(0.9 * anchors.length)
    )
  })
  return found === undefined ? null : [found.start, found.end]
}

/** Length of the longest common subsequence. */
export function commonLength(left: readonly string[], right: readonly string[]): number {
  let row: readonly number[] = Array.from({ length: right.length + 1 }, () => 0)
  for (const word of left) {
    const next = [0]
    for (const [index, other] of right.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

import type { Clause } from './split-clauses.ts'

export type Polarity = 'affirmed' | 'negated' | 'unclear'

/** "not until 1990" and "no more than 5" affirm what follows. */
const affirmingNegation =
  /\b(?:not until|no(?:t)? (?:more|less|fewer|later|earlier|longer than|greater|higher|lower) than|not exceed(?:ing)?|not to exceed|cannot exceed|can't exceed|no doubt|not surprisingly|never exceed(?:s|ing)?)\b/giu
const negator =
  /\b(?:not|never|neither|nor|cannot|except(?: for)?|other than|different (?:\w+ )?(?:than|from)|unless|instead of|rather than|without|no)\b(?!\.)|n['’]t\b/giu
const notOnly = /\bnot (?:only|just|merely|necessarily|always)\b/iu
const subordinate = /\b(?:that|which|who|whose|when|if|where|because|since)\b/iu
const falseAfter =
  /^[^.]{0,24}\b(?:(?:is|was|are|were|would be)(?:\s+\w+)?\s+(?:wrong|incorrect|false|untrue|mistaken|a myth)|(?:is|was|are|were|does|did|do|has|had|will|can)(?:\s+not|n['’]t)\b)/iu
const falseBefore =
  /\b(?:false|wrong|incorrect|untrue|mistaken|a myth|a mistake|misconception)\b[^.]{0,30}\b(?:that|to say|to claim|to think)\b/iu

/**
 * How a clause means the value at [start, end) of the answer. A negator rules what follows it in its clause; one in a
 * subordinate clause, two of them, or "not only" leave it unclear.
 */
export function polarityAt(clause: Clause, start: number, end: number): Polarity {
  const text = clause.text.replace(affirmingNegation, (words) => ' '.repeat(words.length))
  const before = text.slice(0, Math.max(0, start - clause.start))
  const after = text.slice(Math.max(0, end - clause.start))
  if (notOnly.test(before)) return 'unclear'
  const negators = [...before.matchAll(negator)]
  const denied = Number(falseAfter.test(after)) + Number(falseBefore.test(before))
  if (negators.length + denied >= 2) return 'unclear'
  if (denied === 1) return 'negated'
  const one = negators[0]
  if (one === undefined) return 'affirmed'
  return subordinate.test(before.slice(0, one.index))
    ? 'unclear'
    : scopeOf(before.slice(one.index + one[0].length))
}

/** Whether a clause may deny something: where it does not, `polarityAt` affirms every place of it. */
export const mayDeny = (text: string): boolean =>
  text.search(negator) >= 0 ||
  /\b(?:wrong|incorrect|false|untrue|mistaken?|myth|misconception)\b/iu.test(text)

const negatedPhrase = /(?:\b(?:not|never|no|without|cannot)|\b\p{L}+n['’]t)\s+\p{L}+(?:\s+\p{L}+)?/giu

/** Blanks the negations that the clause repeats from what was asked: they deny nothing of the answer. */
export function maskEchoes(clause: Clause, known: string): Clause {
  const lower = clause.text.toLowerCase()
  const text = Array.from(known.matchAll(negatedPhrase), (match) => match[0]).reduce((masked, phrase) => {
    const at = lower.indexOf(phrase.toLowerCase())
    return at < 0
      ? masked
      : masked.slice(0, at) + ' '.repeat(phrase.length) + masked.slice(at + phrase.length)
  }, clause.text)
  return { ...clause, text }
}

/** A negator reaches the values close behind it; further away its reach cannot be told without a parser. */
function scopeOf(between: string): Polarity {
  if (subordinate.test(between)) return 'unclear'
  return between.trim().split(/\s+/u).filter(Boolean).length <= 6 ? 'negated' : 'unclear'
}

const hedge =
  /\b(?:probably|possibly|perhaps|maybe|likely|presumably|apparently|supposedly|i (?:think|believe|guess|assume|suppose)|might|may|could|should be|seems?|appears?|not (?:entirely |completely |quite |totally )?(?:sure|certain)|unsure|if i (?:recall|remember))\b/iu

/** "May 1990" is a month. */
export const isHedged = (sentence: string): boolean => hedge.test(sentence.replaceAll(/\bMay\b/gu, ''))

const correction =
  /\b(?:actually|correction|wait|scratch that|i meant|i mean|let me correct(?: myself)?|or rather|on second thou?ght|sorry, (?:it|that|the))\b/giu

/** Where the last explicit self-correction begins; 0: none. Only at the beginning of a clause or sentence. */
export function lastCorrection(text: string): number {
  const starts = [...text.matchAll(correction)]
    .filter(
      (match) =>
        match.index > 0 &&
        /(?:[.,;:!?—–]|\s-)\s+(?:no,?\s+)?$/iu.test(text.slice(Math.max(0, match.index - 8), match.index)),
    )
    .map((match) => match.index)
  return starts.at(-1) ?? 0
}

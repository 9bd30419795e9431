import { headNoun, stem } from '../language/inflect.ts'
import type { Triple } from '../triple.ts'

const small = /^(?:the|an?|of|for|in|on|at|to|by|with|and|or|that|which|is|are|be|used)$/

/**
 * Whether a description fits its subject alone: "defines the server timeout" also fits the option that "defines the
 * server keep-alive timeout" (methods §1.7). Compares words, among things of one kind.
 */
export function createDistinctness(triples: readonly Triple[]): (phrase: string, name: string) => boolean {
  const described = triples.flatMap(({ ask, subject }) =>
    ask.form === 'which'
      ? [{ name: subject.name, kind: ask.kind, words: wordsOf(`${ask.kind} ${ask.predicate}`) }]
      : [],
  )
  return (phrase, name) => {
    const kind = headNoun(phrase.replace(/^(?:the|which) /i, '').split(' that ')[0] ?? '')
    const own = wordsOf(phrase)
    return !described.some(
      (other) =>
        other.name !== name &&
        headNoun(other.kind) === kind &&
        [...own].every((word) => other.words.has(word)),
    )
  }
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}_$]+/u)
      .filter((word) => word !== '' && !small.test(word))
      .map(stem),
  )

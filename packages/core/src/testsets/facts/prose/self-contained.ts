import { isPluralPhrase } from '../language/inflect.ts'
import type { Lexicon } from '../language/lexicon.ts'

/** What a knowledge base is about decides how much a question must say. */
export interface Domain {
  readonly lexicon: Lexicon
  /** One product, house or organisation: "the reminder fee" then needs no owner. An encyclopaedia is not. */
  readonly singleTopic: boolean
  /** The product, house or organisation a document is about, by document id. */
  readonly topicOf: (documentId: string) => string | null
  /** Full names of persons by surname. */
  readonly fullNames: ReadonlyMap<string, string>
  /** Abbreviations that stand somewhere else than behind what they stand for. */
  readonly usedAbbreviations: ReadonlySet<string>
  /** Terms that headings and definitions establish, in lower case, without article. */
  readonly terms: ReadonlySet<string>
}

const pointing =
  /\b(?:first|second|third|fourth|last|next|new|old|original|current|latter|former|main|resulting|remaining|entire|whole|overall|present|modern|similar|different|certain|final|initial|early|late|small|large|big|high|low|good|bad|largest|biggest|oldest|only)\b/i

/** Whether a noun phrase from prose names its thing to someone who has not read the passage (methods §1.5). */
export function isSelfContained(phrase: string, domain: Domain): boolean {
  const words = phrase.split(' ')
  if (words.length > 10 || phrase === '') return false
  if (hasName(phrase, domain.lexicon)) return !startsLoose(phrase)
  if (!domain.singleTopic) return false
  const bare = phrase.replace(/^(?:the|an?) /i, '')
  if (domain.terms.has(domain.lexicon.inSentence(bare))) return true
  if (/^(?:the) /i.test(phrase))
    return bare.split(' ').length >= 2 && !pointing.test(bare.split(' ')[0] ?? '')
  if (/^an? /i.test(phrase)) return true
  return isPluralPhrase(domain.lexicon.inSentence(phrase)) && !startsLoose(phrase)
}

const hasName = (phrase: string, lexicon: Lexicon): boolean => {
  if (/`/.test(phrase)) return true
  const words = phrase.split(' ')
  return words.some(
    (word, index) =>
      /^[A-Z]/.test(word) &&
      !/^(?:The|A|An|In|On|At|I)$/.test(word) &&
      (index > 0 || lexicon.isProper(word.replace(/['’]s$/, '')) || /^[A-Z]/.test(words[1] ?? '')),
  )
}

const startsLoose = (phrase: string): boolean =>
  /^(?:in|on|at|by|with|from|for|during|after|before|under|over|to|of|through|between|among|within|despite|like|along|following|according|and|all|any|other|two|three|four|five|six|seven|eight|nine|ten|both|most|many|some|several(?! (?:hundred|thousand|million))|subsequent|eventually|additionally|initially|originally|finally|meanwhile|similarly|likewise|instead|together|early|late|around|about|weeks|years|days|months|later)\b/i.test(
    phrase,
  )

/** The rest of a clause goes into the question: no definite noun phrase in it may hang on an earlier sentence. */
export function isGrounded(rest: string, domain: Domain): boolean {
  if (domain.singleTopic) return true
  if (/\b(?:a|an) (?:second|third|further|similar|separate)\b/.test(rest)) return false
  const words = rest.split(' ')
  return words.every((word, index) => !/^(?:the)$/i.test(word) || isNamedFrom(words, index + 1))
}

function isNamedFrom(words: readonly string[], start: number): boolean {
  for (let index = start; index < Math.min(words.length, start + 6); index += 1) {
    const word = words[index] ?? ''
    if (/^[A-Z0-9`]/.test(word)) return true
    if (word.endsWith(',') || /^(?:to|by|with|from|and|on|at)$/.test(word)) return false
  }
  return false
}

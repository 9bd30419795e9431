import { isPlural, isPluralPhrase } from '../language/inflect.ts'
import { readVerb } from '../language/verb-forms.ts'

/** One simple clause, matched whole: subject, verb group, the rest; a leading date is set aside. */
export interface Clause {
  /** "In 1900": the preposition in lower case and the date as written. */
  readonly leadingTime: { readonly preposition: string; readonly date: string } | null
  readonly subject: string
  readonly voice: 'copula' | 'passive' | 'active'
  /** Fronted in a question: "was", "has", "must"; `null`: do-support. */
  readonly auxiliary: string | null
  readonly tense: 'past' | 'present'
  /** What stays behind the subject in a question: a participle or a lemma; empty for the copula. */
  readonly verb: string
  readonly lemma: string
  readonly pluralSubject: boolean
  readonly rest: string
}

/** Words that point outside the sentence, hedge, deny or open another clause (methods §1.2, §1.5). */
const banned =
  /\b(?:he|she|it|they|him|them|this|that|these|those|we|our|us|you|your|i|my|some|other|others|another|former|latter|such|which|who|whose|whom|what|where|when|while|although|though|because|if|unless|until|whereas|whether|may|might|could|would|should|about|approximately|around|roughly|nearly|almost|perhaps|probably|possibly|generally|usually|often|sometimes|typically|mostly|mainly|largely|not|never|no|nor|neither|however|therefore|thus|hence|then|too|here|there|above|below|following|previous|previously|subsequent|subsequently|today|currently|now|recent|recently|ago|later|earlier|again|but|or|so|than|likely|only|even|just|various|several(?! (?:hundred|thousand|million))|famous|notable|important|popular|respectively|let|please|see|example|instead|allegedly|reportedly|itself|himself|themselves|own)\b/i
/** A possessive may point back to the subject of its own clause. */
const possessive = /\b(?:his|her|its|their)\b/

const timePattern =
  '(?:(?:\\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \\d{1,2},?)? \\d{4}|\\d{4})'
const leadingTimePattern = new RegExp(`^(In|On) (${timePattern}),? (?=\\S)`)

const be = /^(?:is|are|was|were)$/
const have = /^(?:has|have|had)$/
const modal = /^(?:must|can|will)$/
const adverb = /^(?:first|still|always|by|default|(?!only)[a-z]{3,}ly)$/

/** Reads a sentence as one clause; `null` when any part of it is not understood. */
export function readClause(sentence: string): Clause | null {
  const text = sentence
    .replace(/\.$/, '')
    .replace(/ also(?= )/, '')
    .replace(/\s*\[[^\]]*\]$/, '')
  if (
    banned.test(withoutNames(withoutCode(text)).replace(relativePattern, '$1 ')) ||
    /[;:?!—…\][(){}]|\s[–-]\s|,.*,.*,/.test(withoutCode(text))
  )
    return null
  const time = leadingTimePattern.exec(text)
  const body = time ? text.slice(time[0].length) : text
  const words = body.split(' ')
  const relative = relativeSpan(words)
  const verbs = verbPositions(words).filter(
    (position) => relative === null || position < relative.start || position >= relative.end,
  )
  const [at] = verbs
  if (at === undefined || at === 0 || at > 9 || words.length > 28) return null
  const moved = adverb.test(words[at - 1] ?? '') && at > 1 ? (words[at - 1] ?? '') : ''
  const subject = words.slice(0, moved === '' ? at : at - 1).join(' ')
  if (/,/.test(subject) || possessive.test(subject)) return null
  const group = readGroup(words, at)
  if (group === null || verbs.some((position) => position >= group.end)) return null
  const leadingTime = time ? { preposition: (time[1] ?? '').toLowerCase(), date: time[2] ?? '' } : null
  const verb =
    moved !== '' && group.verb.voice === 'active'
      ? { ...group.verb, verb: `${moved} ${group.verb.verb}` }
      : group.verb
  if (moved !== '' && group.verb.voice !== 'active') return null
  // "Older versions of it receive security updates": a plural has no verb in -s, so that one is a noun.
  if (!group.plural && isThirdPerson(group.verb) && isPluralPhrase(subject)) return null
  return {
    leadingTime,
    subject,
    ...verb,
    pluralSubject: group.plural,
    rest: words.slice(group.end).join(' '),
  }
}

/** The month and the country are no modal verb and no pronoun. */
export const withoutNames = (text: string): string =>
  text
    .replace(/(?<!^)\bMay\b/g, 'April')
    .replace(/\bUS\b/g, 'USA')
    .replace(/\bIT\b/g, 'ICT')
    .replace(/\b([A-Z]) (?=[A-Z])/g, '$1')

const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, '`')

/** "The key that encrypts stored secrets is …": a short relative clause that belongs to the subject. */
const relativePattern = /^((?:The |An? |In \d{4},? )?[\w-]+(?: [\w-]+)?) (?:that|who|which)(?= [a-z]+)/

function relativeSpan(words: readonly string[]): { start: number; end: number } | null {
  const at = words.findIndex((word, index) => index > 0 && index < 4 && /^(?:that|who|which)$/.test(word))
  if (at < 0) return null
  const [first, ...others] = verbPositions(words).filter((position) => position > at)
  if (first !== at + 1) return null
  // A form of be takes its participle along.
  const end = be.test(words[first] ?? '') && others[0] === first + 1 ? first + 2 : first + 1
  return { start: at, end }
}

/** Where finite verbs and participles stand. A participle before a noun is an adjective and does not count. */
function verbPositions(words: readonly string[]): number[] {
  const found: number[] = []
  for (const index of words.keys()) if (isVerbAt(words, index, found.length > 0)) found.push(index)
  return found
}

const beforeAdjective = /^(?:the|a|an|of|in|for|from|by|with|to|all|two|three|on|at|\d[\d,.]*)$/i

function isVerbAt(words: readonly string[], index: number, hasVerb: boolean): boolean {
  const word = words[index] ?? ''
  if (be.test(word) || have.test(word) || modal.test(word) || /^(?:do|does|did|been|being)$/.test(word))
    return true
  const form = readVerb(word)
  if (form === null || (!form.past && !form.third && !form.participle)) return isBaseVerbAt(words, index)
  const before = words[index - 1] ?? ''
  // "encrypts stored secrets": a participle right behind a verb in the present belongs to its object.
  if (form.participle && readVerb(before)?.third === true) return false
  if (form.past || form.participle)
    return !(index === 0 || (beforeAdjective.test(before) && index + 1 < words.length && !form.third))
  // A third person is a plural noun behind an adjective or a preposition, and behind a verb: "was granted patents".
  return hasVerb ? before === 'and' : !beforeAdjective.test(before) && index > 0
}

/** A base form counts only right after a plural subject: "Operators manage endpoints". */
function isBaseVerbAt(words: readonly string[], index: number): boolean {
  const form = readVerb(words[index] ?? '')
  const before = words[index - 1] ?? ''
  return form?.base === true && index > 0 && isPlural(before) && !/^(?:to|and|of)$/.test(before)
}

const isThirdPerson = ({ voice, auxiliary, tense }: Group['verb']): boolean =>
  voice === 'active' && tense === 'present' && auxiliary === null

type Group = {
  verb: Pick<Clause, 'voice' | 'auxiliary' | 'tense' | 'verb' | 'lemma'>
  plural: boolean
  end: number
}

function readGroup(words: readonly string[], at: number): Group | null {
  const word = words[at] ?? ''
  if (be.test(word)) return readBe(words, at)
  if (modal.test(word)) return readModal(words, at)
  const next = readVerb(words[at + 1] ?? '')
  if (have.test(word) && next?.participle === true) {
    const verb = {
      voice: 'active',
      auxiliary: word,
      tense: 'present',
      verb: words[at + 1] ?? '',
      lemma: next.lemma,
    } as const
    return { verb, plural: word === 'have', end: at + 2 }
  }
  if (have.test(word)) {
    const tense = word === 'had' ? 'past' : 'present'
    return {
      verb: { voice: 'active', auxiliary: null, tense, verb: 'have', lemma: 'have' },
      plural: word === 'have',
      end: at + 1,
    }
  }
  const form = readVerb(word)
  if (form === null) return null
  const tense =
    form.past && !form.third && !form.base ? 'past' : form.third ? 'present' : form.past ? 'past' : 'present'
  const plural = form.base && !form.past
  return {
    verb: { voice: 'active', auxiliary: null, tense, verb: form.lemma, lemma: form.lemma },
    plural,
    end: at + 1,
  }
}

function readBe(words: readonly string[], at: number): Group | null {
  const auxiliary = words[at] ?? ''
  const tense = auxiliary.startsWith('w') ? 'past' : 'present'
  const plural = auxiliary === 'are' || auxiliary === 'were'
  const skipped = adverb.test(words[at + 1] ?? '') ? 1 : 0
  const form = readVerb(words[at + 1 + skipped] ?? '')
  if (form?.participle === true) {
    const verb = words.slice(at + 1, at + 2 + skipped).join(' ')
    return {
      verb: { voice: 'passive', auxiliary, tense, verb, lemma: form.lemma },
      plural,
      end: at + 2 + skipped,
    }
  }
  return { verb: { voice: 'copula', auxiliary, tense, verb: '', lemma: 'be' }, plural, end: at + 1 }
}

function readModal(words: readonly string[], at: number): Group | null {
  const auxiliary = words[at] ?? ''
  if (auxiliary === 'can') return null
  const next = words[at + 1] ?? ''
  const base = next === 'have' ? 'have' : readVerb(next)?.base === true ? next : null
  if (base !== null)
    return {
      verb: { voice: 'active', auxiliary, tense: 'present', verb: base, lemma: base },
      plural: false,
      end: at + 2,
    }
  const form = readVerb(words[at + 2] ?? '')
  if (next !== 'be' || form?.participle !== true) return null
  return {
    verb: {
      voice: 'passive',
      auxiliary,
      tense: 'present',
      verb: `be ${words[at + 2] ?? ''}`,
      lemma: form.lemma,
    },
    plural: false,
    end: at + 3,
  }
}

/** "did Tesla file": the clause's verb group turned round for a question. */
export function invert(clause: Clause, subject: string): string {
  const auxiliary =
    clause.auxiliary ?? (clause.tense === 'past' ? 'did' : clause.pluralSubject ? 'do' : 'does')
  return [auxiliary, subject, clause.verb].filter((part) => part !== '').join(' ')
}

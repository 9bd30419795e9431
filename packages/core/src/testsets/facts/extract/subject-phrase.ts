import { headNoun, isMassNoun, isPluralPhrase, singularPhrase } from '../language/inflect.ts'
import type { Lexicon } from '../language/lexicon.ts'
import type { Subject } from '../triple.ts'

/** Kinds that follow a name: "the Team plan". Others stand before it: "the option `x`". */
const followingKinds = new Set(
  'plan edition region role tier backend package policy release environment team department licence license model'.split(
    ' ',
  ),
)
/** Kinds whose members need no kind beside them: "of Debian", "for Python". */
const bareKinds =
  /^(?:(?:programming )?language|operating system|os|platform|database|company|organi[sz]ation|country|city|state|name|product|person|framework|library|browser|provider|runtime)$/
/** Kinds that add nothing to a common noun: "the debug profiler", not "the service debug profiler". */
const plainKinds = /^(?:service|component|resource|review|job|tool|part|limit|artifact|data)$/
/** Kinds whose members are kinds themselves: "the prefix of an event". */
const classKinds = /^(?:object|entity|element|item|thing|concept|term|document|record)$/
/** "Critical weakness" is any weakness of that grade. */
const grades =
  /^(?:critical|severe|high|major|medium|moderate|low|minor|small|large|urgent|normal|simple|standard) /i
const personKinds = /^(?:name|person|member|author|maintainer|contributor|contact|employee|owner|player)$/

/** The kind of thing a table's first column lists: "Error code" → "error code"; `null` when it says nothing. */
export function kindOfHeader(header: string, lexicon: Lexicon): string | null {
  const text = header.replace(/\s*\([^)]*\)$/, '').trim()
  if (
    !/^[A-Za-z][\w .&'/-]*$/.test(text) ||
    text.split(' ').length > 3 ||
    /^(?:#|no\.?|id|item|key|value)$/i.test(text)
  )
    return null
  return singularPhrase(lexicon.inSentence(text))
}

/** A row's or an item's name as a noun phrase, with the kind of thing it is. `null`: no phrase that reads right. */
export function subjectOf(rawName: string, kind: string | null, lexicon: Lexicon): Subject | null {
  const code = /^`([^`]+)`$/.exec(rawName)?.[1]
  const name = code ?? rawName
  if (name === '' || name.length > 60 || /[|\n]/.test(name)) return null
  const phrase = code === undefined ? plainPhrase(name, kind, lexicon) : codePhrase(rawName, kind)
  if (phrase === null) return null
  const plural =
    code === undefined && !/^the .*"$/.test(phrase) && !phrase.startsWith('a ') && isBarePlural(phrase)
  return { name, kind, phrase, plural, thing: kind === null || !personKinds.test(kind) }
}

const isBarePlural = (phrase: string): boolean => isPluralPhrase(phrase)

const codePhrase = (name: string, kind: string | null): string =>
  kind === null ? name : `the ${kind} ${name}`

function plainPhrase(name: string, kind: string | null, lexicon: Lexicon): string | null {
  if (/[`"?!:;]/.test(name)) return null
  if (kind === null) return commonPhrase(name, lexicon)
  const kindHead = headNoun(kind)
  const words = name.split(' ')
  // "Severity 1" in the column "Severity", "Code 0" in "Exit code": the name brings its kind along.
  if (words.length > 1 && words[0]?.toLowerCase() === kindHead.toLowerCase()) {
    return [kind, ...words.slice(1)].join(' ')
  }
  if (words.length > 1 && words.at(-1)?.toLowerCase() === kindHead.toLowerCase())
    return grades.test(name) ? indefinitePhrase(name, lexicon) : commonPhrase(name, lexicon)
  if (bareKinds.test(kind) && /[A-Z0-9]/.test(name)) return name
  if (/^\d/.test(name)) return `${kind} ${name}`
  if (isName(name, lexicon))
    return followingKinds.has(kindHead) && words.length <= 3 ? `the ${name} ${kind}` : `the ${kind} ${name}`
  if (followingKinds.has(kindHead) && words.length === 1) return `the ${name} ${kind}`
  if (/^[a-z0-9_.-]+$/.test(name) && /[\d_.-]/.test(name)) return `the ${kind} ${name}`
  if (plainKinds.test(kind)) return commonPhrase(name, lexicon)
  if (classKinds.test(kind)) return indefinitePhrase(name, lexicon)
  if (isVerbPhrase(name)) return `the ${kind} "${name}"`
  if (isPluralPhrase(name) || isMassNoun(headNoun(name))) return lexicon.inSentence(name)
  return isMassNoun(kindHead) ? null : `the ${kind} "${name}"`
}

/** A common noun phrase as it stands in a sentence: plurals bare, singulars with "the". */
export function commonPhrase(name: string, lexicon: Lexicon): string {
  const phrase = lexicon.inSentence(name)
  if (/^(?:the|an?|each|every|all|any|no) /i.test(name) || isName(name, lexicon)) return phrase
  if (isPluralPhrase(phrase) || isMassNoun(headNoun(phrase))) return phrase
  return `the ${phrase}`
}

/** Every word that is not a small one is written with a capital or a digit, and not only because it stands first. */
export function isName(phrase: string, lexicon: Lexicon): boolean {
  const words = phrase.split(' ').filter((word) => !/^(?:of|the|and|for|in|de|von|van|to)$/.test(word))
  const [first = '', ...rest] = words
  if (!words.every((word) => /^[A-Z0-9]/.test(word)))
    return lexicon.isProper(first) && rest.every((word) => /^[A-Z0-9]/.test(word))
  // "Ingest API" is a common noun with an abbreviation, "Lumen Relay" a name.
  return lexicon.isProper(first) || rest.some((word) => /[a-z]/.test(word))
}

const indefinitePhrase = (name: string, lexicon: Lexicon): string => {
  const phrase = commonPhrase(name, lexicon).replace(/^the /, '')
  return isPluralPhrase(phrase) || isMassNoun(headNoun(phrase))
    ? phrase
    : `${/^(?:[aeio]|u(?!n|s|ni))/i.test(phrase) ? 'an' : 'a'} ${phrase}`
}

const isVerbPhrase = (name: string): boolean =>
  /^(?:Publish|Read|Create|Start|Stop|Rotate|Export|Import|Delete|Update|Write|Send|Get|List|Add|Remove|Set|Run|Open|Close|Use|Edit|View|Manage|Invite) /.test(
    name,
  )

import type { Lexicon } from '../language/lexicon.ts'
import { readVerb } from '../language/verb-forms.ts'
import type { Ask } from '../triple.ts'
import type { ValueHints } from './typed-value.ts'

export type HeaderRole =
  | { readonly role: 'attribute'; readonly ask: Ask; readonly attribute: string; readonly hints: ValueHints }
  | { readonly role: 'description' }
  | { readonly role: 'ignored' }

const ignored: HeaderRole = { role: 'ignored' }
const descriptions =
  /^(?:descriptions?|meanings?|purposes?|effects?|causes?|what it does|definitions?|functions?|summary|explanation)$/i
const notAsked =
  /^(?:notes?|discussions?|comments?|examples?|links?|references?|see(?: also)?|details?|more|remarks?|sponsor.*|signature|usage|how to .*|remed(?:y|ies)|fix|solution|typical case|content|required|optional)$/i
const loneAdjective = new Map([
  ['default', 'default value'],
  ['defaults', 'default value'],
  ['default setting', 'default value'],
  ['maximum', 'maximum'],
  ['minimum', 'minimum'],
  ['max', 'maximum'],
  ['min', 'minimum'],
])

/** What a table's column or a bullet's label asks for. */
export function readHeader(header: string, lexicon: Lexicon): HeaderRole {
  const text = header
    .replace(/[`*]/g, '')
    .replace(/\s*\([^)]*\)$/, '')
    .trim()
  if (descriptions.test(text)) return { role: 'description' }
  if (!/^[A-Za-z][\w .'’/-]*$/.test(text) || text.split(' ').length > 6 || notAsked.test(text)) return ignored
  const since = /^(?:([a-z]+) )?(?:since|in)$/i.exec(text)
  if (since) return sinceRole(since[1]?.toLowerCase())
  const form = readVerb(text.toLowerCase())
  if (form?.participle === true && /(?:ed|en|t|n)$/.test(text)) return eventRole(text.toLowerCase())
  if (!isNounPhrase(text) || isProductName(header, text, lexicon) || /\bexamples?$/i.test(text))
    return ignored
  const attribute = loneAdjective.get(text.toLowerCase()) ?? lowerTitle(text, lexicon)
  return { role: 'attribute', ask: { form: 'attribute', attribute }, attribute, hints: hintsOf(attribute) }
}

const sinceParticiples = new Map([
  ['available', 'available'],
  ['present', 'present'],
  ['sent', 'sent'],
  ['offered', 'offered'],
  ['supported', 'supported'],
  ['added', 'available'],
])

function sinceRole(word: string | undefined): HeaderRole {
  const participle = word === undefined ? 'available' : sinceParticiples.get(word)
  if (participle === undefined) return ignored
  return {
    role: 'attribute',
    ask: { form: 'since', participle },
    attribute: 'available since',
    hints: { version: true },
  }
}

const eventRole = (participle: string): HeaderRole => ({
  role: 'attribute',
  ask: { form: 'event', participle },
  attribute: `${participle} when`,
  hints: {},
})

/** A column that is named for a product ("Node.js", "Nsolid(Node)") says nothing of what its cells mean. */
const isProductName = (header: string, text: string, lexicon: Lexicon): boolean =>
  /[A-Za-z]\(/.test(header) ||
  /^(?=.*[A-Z])(?=.*\d)[A-Za-z\d.]+$/.test(text) ||
  /^[A-Z][a-z]+\.[a-z]+$/.test(text) ||
  (!text.includes(' ') && !attributeNouns.test(text) && lexicon.isProper(text) && /[a-z]/.test(text))

const attributeNouns =
  /^(?:date|name|type|version|size|price|cost|code|status|path|port|role|region|plan|level|format|unit|value|country|city|language|license|licence|author|owner|scope|method|protocol|priority|category|state|release|developer|location|address|capacity|duration|period)s?$/i

/** "End Of LTS Date" → "end of LTS date": names keep their capitals. */
const lowerTitle = (text: string, lexicon: Lexicon): string =>
  text
    .split(' ')
    .map((word) =>
      /^[A-Z][a-z'’-]*$/.test(word) &&
      (attributeNouns.test(word) || /^(?:Of|The|In|For|And)$/.test(word) || !lexicon.isProper(word))
        ? word.toLowerCase()
        : word,
    )
    .join(' ')

/** No verb, no preposition at the end, no clause: a noun phrase, as far as its words tell. */
function isNounPhrase(text: string): boolean {
  const words = text.toLowerCase().split(' ')
  if (
    /^(?:by|for|per|with|of|to|at|on|if|when|is|are|do|does|can|how|why|what|who|where|which|also|must|again|there|here|now|only|yet|too|always|never|out|up|off)$/.test(
      words.at(-1) ?? '',
    )
  )
    return false
  if (
    /^(?:if|when|is|are|do|does|can|how|why|what|who|where|which|if|for|in|on|at|with|to|we|you|our|your|no|not)$/.test(
      words[0] ?? '',
    )
  )
    return false
  if (readVerb(words[0] ?? '')?.third === true && !attributeNouns.test(words[0] ?? '')) return false
  return !words.some((word) =>
    /^(?:is|are|was|were|will|must|should|can|which|that|and|or|not|our|your|we|you|this|these|an?|all|any|each|every|some|more|other)$/.test(
      word,
    ),
  )
}

export const hintsOf = (attribute: string): ValueHints => ({
  version: /\b(?:versions?|releases?|since)\b/i.test(attribute) && !/\bdates?\b/i.test(attribute),
  place: /\b(?:location|office|headquarters|city|country|place|seat|town|birthplace)\b/i.test(attribute),
})

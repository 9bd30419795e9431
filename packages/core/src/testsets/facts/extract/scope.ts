import type { Chunk } from '@assay/contracts'
import { headNoun, singular, stem } from '../language/inflect.ts'
import { inlineText } from '../language/inline-text.ts'
import type { Lexicon } from '../language/lexicon.ts'
import type { Subject } from '../triple.ts'
import { kindOfCodeHeading } from './heading-option.ts'
import { commonPhrase, isName, subjectOf } from './subject-phrase.ts'

/** What the headings above a passage say about its subjects (methods §1.6). */
export interface Scope {
  /** The nearest heading that names a thing, as a phrase; `null` when none does. */
  readonly name: string | null
  /** The subject of a `Label: value` bullet: the nearest heading that names a thing and does not repeat the label. */
  subjectFor(label: string): Subject | null
  /** The option that has the nearest heading to itself. */
  option(): Subject | null
  /** "option" under a heading such as "Options of the section `server`". */
  listKind(): string | null
  /** Whether the passage defines terms. */
  isGlossary(): boolean
}

const generic =
  /^(?:overview|introduction|notes?|summary|details?|general|usage|examples?|api|reference|guides?|index|readme|appendix|background|table of contents|contents|faq|misc(?:ellaneous)?|more|see also|getting started|home|about|main|constructors?|parameters?|arguments?|returns?|methods?|properties|events?|instance|syntax|description|options?|class|(?:instance|static|class|public) (?:methods|properties|events)|return values?)$/i
/** Nouns that only say that there is something to say: "Conventions of the admin API" is about the admin API. */
const carriers =
  /^(?:conventions?|behaviou?r|facts?|settings?|options?|details?|properties|limits?|figures?|key facts|project facts|specifications?|specs?|information|data|characteristics|parameters|overview|defaults?|history|summary|terms|requirements|features)$/i

export function createScope(chunk: Chunk, headings: readonly string[], lexicon: Lexicon): Scope {
  const titles = headings.map(inlineText).filter((title) => title !== '' && !generic.test(title))
  const nearestFirst = titles.toReversed()
  const name = nearestFirst.map((title) => thingOf(title, lexicon)).find((phrase) => phrase !== null) ?? null
  const subjectFor = (label: string): Subject | null => {
    for (const [index, title] of nearestFirst.entries()) {
      const subject =
        typeNameSubject(title, nearestFirst[index + 1], lexicon) ??
        subjectOfTitle(title, kindOfCodeHeading(title, chunk.text), lexicon)
      if (subject && !repeats(label, subject.name)) return subject
      if (subject === null && !/^[A-Za-z`]/.test(title)) return null
    }
    return null
  }
  return {
    name,
    subjectFor,
    option: () => {
      const kind = kindOfCodeHeading(titles.at(-1) ?? '', chunk.text)
      return kind === null ? null : subjectOfTitle(titles.at(-1) ?? '', kind, lexicon)
    },
    listKind: () => kindOfTitle(nearestFirst[0] ?? ''),
    isGlossary: () =>
      /\b(?:terms?|glossary|definitions?|vocabulary|concepts|terminology|abbreviations)\b/i.test(
        titles.slice(-2).join(' '),
      ),
  }
}

function subjectOfTitle(title: string, codeKind: string | null, lexicon: Lexicon): Subject | null {
  if (codeKind !== null) return subjectOf(title.startsWith('`') ? title : `\`${title}\``, codeKind, lexicon)
  const phrase = thingOf(title, lexicon)
  if (phrase === null) return null
  return {
    name: phrase.replace(/^the /, ''),
    kind: null,
    phrase,
    plural: phrase.endsWith('s') && singular(headNoun(phrase)) !== headNoun(phrase),
    thing: true,
  }
}

/** "RawReply" under "Generics": a name in code's writing needs its kind. */
function typeNameSubject(title: string, above: string | undefined, lexicon: Lexicon): Subject | null {
  if (above === undefined || !/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(title) || !/^[A-Z][a-z]+s$/.test(above))
    return null
  const kind = singular(above.toLowerCase())
  const subject = subjectOf(`\`${title}\``, kind, lexicon)
  return subject && { ...subject, name: title }
}

/** The thing a heading is about: "Behaviour of the client libraries" → "the client libraries". */
function thingOf(title: string, lexicon: Lexicon): string | null {
  const text = title
    .replace(/^\d+(?:\.\d+)*\.?\s+/, '')
    .replace(/:$/, '')
    .replace(/^(?:Class|Module|Function|Interface|Type|Command|Page): /, '')
  if (!/^[A-Za-z`][\w .'’`/&-]*$/.test(text) || text.split(' ').length > 7) return null
  const ofMatch = /^([A-Za-z -]+?) (?:of|in|for) (.+)$/.exec(text)
  if (ofMatch && /^[A-Za-z ]+$/.test(ofMatch[1] ?? ''))
    return isThing(ofMatch[2] ?? '', lexicon) ? commonPhrase(ofMatch[2] ?? '', lexicon) : null
  const words = text.split(' ')
  if (words.length > 1 && carriers.test(words.at(-1) ?? '')) {
    const rest = words.slice(0, -1).join(' ')
    return isThing(rest, lexicon) ? withArticle(rest, lexicon) : null
  }
  return isThing(text, lexicon) ? withArticle(text, lexicon) : null
}

const withArticle = (text: string, lexicon: Lexicon): string => {
  if (text.startsWith('`')) return text
  const words = text.split(' ')
  const last = words.at(-1) ?? ''
  if (words.length > 1 && lexicon.isProper(words[0] ?? '') && /^[a-z]/.test(last) && singular(last) === last)
    return `the ${text}`
  return commonPhrase(titleToPhrase(text, lexicon), lexicon)
}

/** A title in title case ("Retirement Savings Plan") is lowered where the knowledge base writes the words so. */
const titleToPhrase = (text: string, lexicon: Lexicon): string =>
  isName(text, lexicon)
    ? text
        .split(' ')
        .map((word) => (lexicon.isProper(word) ? word : lexicon.inSentence(word)))
        .join(' ')
    : text

function isThing(text: string, lexicon: Lexicon): boolean {
  if (generic.test(text) || carriers.test(text)) return false
  if (
    /\b(?:how|what|why|when|where|who|and|or|is|are|with|without|by|to|from|using|your|our|if|not|that|which)\b/i.test(
      text,
    )
  )
    return false
  const [first = ''] = text.split(' ')
  return !first.endsWith('ing') || lexicon.isProper(first)
}

const repeats = (label: string, name: string): boolean => {
  const words = new Set(
    name
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word.length > 3)
      .map(stem),
  )
  return label
    .toLowerCase()
    .split(/\W+/)
    .some((word) => words.has(stem(word)))
}

function kindOfTitle(title: string): string | null {
  const match =
    /^((?:[A-Za-z]+ )?(?:options|flags|settings|parameters|variables|fields|properties|hooks))\b/i.exec(
      inlineText(title),
    ) ?? /\b(options|flags|settings|parameters|variables|fields|properties|hooks)$/i.exec(inlineText(title))
  return match ? (match[1] ?? '').toLowerCase().split(' ').map(singular).join(' ') : null
}

import { headNoun, isPluralPhrase, singularPhrase } from '../language/inflect.ts'
import type { Ask, Subject, TypedValue } from '../triple.ts'

/** Attributes one has "for" a thing rather than "of" it. */
const forAttributes =
  /\b(?:reward|fee|limit|target|wait|time|quota|surcharge|discount|deadline|retention|period|interval|response|credit|notice|window|timeout|package name|burst|hours|channel|role|status|plan|language version)$/

/** "of the option `x`", "for the Team plan". */
const prepositionFor = (attribute: string): 'of' | 'for' =>
  / (?:of|for) /.test(attribute) || !forAttributes.test(attribute) ? 'of' : 'for'

/** " of the option `x`"; nothing where the attribute names its subject itself. */
export const ofSubject = (attribute: string, subject: Subject, bare: boolean | undefined): string =>
  bare === true
    ? ''
    : ` ${subject.environment === true && !/\b(?:version|release)$/.test(attribute) ? 'for' : prepositionFor(attribute)} ${withoutEcho(attribute, subject)}`

/** "the header length of the header `X`" says "header" twice: the code alone is clear there. */
const withoutEcho = (attribute: string, { kind, name, phrase }: Subject): string =>
  kind !== null && phrase.endsWith(` ${kind} \`${name}\``) && attribute.split(' ').includes(headNoun(kind))
    ? `\`${name}\``
    : phrase

/** Asked with "when" and told with a preposition: "the end of support is on 31 May 2023". */
export const isAskedByWhen = (attribute: string, value: TypedValue): boolean =>
  value.kind === 'date' && !/\b(?:date|day|year|month)(?: of .*)?$/.test(attribute)

/** The value as an answer shows it: code keeps its marks. */
export const showValue = (value: TypedValue): string => (value.code ? `\`${value.text}\`` : value.text)

/** The fact as one sentence. */
export function wordStatement(subject: Subject, ask: Ask, value: TypedValue): string {
  const shown = showValue(value)
  const onOrIn = value.granularity === 'day' ? 'on' : 'in'
  switch (ask.form) {
    case 'attribute': {
      const be = isPluralPhrase(ask.attribute) ? 'are' : 'is'
      return sentence(
        `the ${ask.attribute}${ofSubject(ask.attribute, subject, ask.bare)} ${be}${isAskedByWhen(ask.attribute, value) ? ` ${onOrIn}` : ''} ${shown}`,
      )
    }
    case 'since': {
      const version = /^version/i.test(shown) ? shown : `version ${shown}`
      return sentence(`${subject.phrase} ${have(subject)} been ${ask.participle} since ${version}`)
    }
    case 'event': {
      const preposition = value.kind === 'version' ? 'in version' : onOrIn
      return sentence(`${subject.phrase} ${was(subject)} ${ask.participle} ${preposition} ${shown}`)
    }
    case 'count':
      return sentence(`${subject.phrase} ${have(subject)} ${showCount(value, ask.noun)}`)
    case 'which':
      return sentence(`the ${ask.kind} that ${ask.predicate} is ${shown}`)
    case 'term':
      return sentence(`the term for ${ask.definition} is ${shown}`)
    case 'clause':
      return sentence(shown)
  }
}

/** "20 events" of "monthly events": the noun asked for takes the unit's place. */
export function showCount({ text, unit, amount }: TypedValue, noun: string): string {
  if (unit === undefined) return `${text} ${amount === 1 ? singularPhrase(noun) : noun}`
  return text.endsWith(` ${unit}`) ? `${text.slice(0, -unit.length)}${noun}` : text
}

export const have = (subject: Subject): string => (subject.plural ? 'have' : 'has')
export const was = (subject: Subject): string => (subject.plural ? 'were' : 'was')

/** First letter in upper case, full stop at the end. */
export function sentence(text: string): string {
  const upper = /^[a-z]/.test(text) ? text[0]?.toUpperCase() + text.slice(1) : text
  return /[.?!]$/.test(upper) ? upper : `${upper}.`
}

/** "yearly price of the Community plan". */
export const prepositionedAttribute = (attribute: string, subject: Subject): string =>
  attribute === 'available since'
    ? `first version of ${subject.phrase}`
    : `${attribute}${ofSubject(attribute, subject, false)}`

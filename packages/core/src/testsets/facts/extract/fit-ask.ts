import { headNoun, isPluralPhrase, singular, singularPhrase } from '../language/inflect.ts'
import type { Ask, Subject, TypedValue } from '../triple.ts'

const measures =
  /^(?:size|length|delay|period|duration|count|rate|number|depth|width|height|weight|age|distance|timeout|price|speed|capacity)$/

/**
 * What a column or label asks for, now that subject and value are known: counts become "how many", limits "the maximum
 * event size", a plural over one value its singular. `null`: the value does not fit, or no wording reads right.
 */
export function fitAsk(ask: Ask, subject: Subject, value: TypedValue): Ask | null {
  switch (ask.form) {
    case 'since':
      return value.kind === 'version' ? ask : null
    case 'event':
      return value.kind === 'date' || value.kind === 'version' ? ask : null
    case 'attribute':
      return fitAttribute(ask.attribute, subject, value)
    default:
      return ask
  }
}

function fitAttribute(attribute: string, subject: Subject, value: TypedValue): Ask | null {
  // "the minimum amount of the processor": an amount is of many, or of a mass.
  if (/\b(?:amount|number)$/.test(attribute) && isOneThing(subject)) return null
  if (isPluralPhrase(attribute)) return fitPlural(attribute, value)
  if (/^(?:maximum|minimum|limit)$/.test(attribute)) return fitLimit(attribute, subject)
  return { form: 'attribute', attribute }
}

const isOneThing = ({ phrase, plural }: Subject): boolean => !plural && /^the [a-z ]+$/.test(phrase)

function fitPlural(attribute: string, { kind, unit, code }: TypedValue): Ask {
  if (kind === 'list') return { form: 'attribute', attribute }
  const counted = unit !== undefined && singular(headNoun(attribute)) === singular(unit.toLowerCase())
  if (counted || (kind === 'number' && unit === undefined && !code)) return { form: 'count', noun: attribute }
  // "Error codes" over one code; "support hours" of "16 hours" stay as they are.
  return { form: 'attribute', attribute: unit === undefined ? singularPhrase(attribute) : attribute }
}

function fitLimit(attribute: string, subject: Subject): Ask {
  const name = subject.phrase.replace(/^the [a-z ]+"(.*)"$/, '$1').replace(/^the /, '')
  const adjective = attribute === 'limit' ? 'maximum' : attribute
  if (isPluralPhrase(name))
    return { form: 'attribute', attribute: `${adjective} number of ${name}`, bare: true }
  if (measures.test(headNoun(name)))
    return { form: 'attribute', attribute: `${adjective} ${name}`, bare: true }
  return { form: 'attribute', attribute }
}

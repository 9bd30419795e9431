import { headNoun, isPluralPhrase, singular, singularPhrase } from '../language/inflect.ts'
import { durationUnits } from './units.data.ts'
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
  if (isDuration(value) && waits.test(attribute)) return { form: 'attribute', attribute: `${attribute} time` }
  if (isDuration(value) && !lasts.test(attribute)) return null
  if (/^(?:maximum|minimum|limit)$/.test(attribute)) return fitLimit(attribute, subject)
  return { form: 'attribute', attribute }
}

/** "the first response" of 16 hours is a time. */
const waits = /\b(?:response|reply|answer|recovery|restore|resolution|repair|start|boot|expiry)$/
/** What can last: "the invoice archive" of 10 years cannot. */
const lasts =
  /\b(?:time|times|period|interval|window|timeout|delay|duration|length|retention|term|target|notice|pause|wait|age|lifetime|ttl|value|limit|maximum|minimum|validity|deadline|grace|lag|latency|cycle|hours|days|leave|vacation|expiry|lead|trial|warranty|cooldown|backoff|frequency|runtime|downtime|uptime|span)(?: (?:of|for|in|per|between|after|before) .*)?$/
const isDuration = ({ unit }: TypedValue): boolean => unit !== undefined && durationUnits.has(unit)

const isOneThing = ({ phrase, plural }: Subject): boolean => !plural && /^the [a-z ]+$/.test(phrase)

function fitPlural(attribute: string, { kind, unit, code, text }: TypedValue): Ask | null {
  if (kind === 'list') return { form: 'attribute', attribute }
  const counted = unit !== undefined && singular(headNoun(attribute)) === singular(unit.toLowerCase())
  if (counted || (kind === 'number' && unit === undefined && !code)) return { form: 'count', noun: attribute }
  // "Release announcements: news.example.org" tells where they are, not what one is.
  if (isAddress(text)) return null
  // "Error codes" over one code; "support hours" of "16 hours" stay as they are.
  return { form: 'attribute', attribute: unit === undefined ? singularPhrase(attribute) : attribute }
}

const isAddress = (text: string): boolean => /:\/\/|@|^[\w-]+(?:\.[\w-]+)+$/.test(text)

function fitLimit(attribute: string, subject: Subject): Ask {
  const name = subject.phrase.replace(/^the [a-z ]+"(.*)"$/, '$1').replace(/^the /, '')
  const adjective = attribute === 'limit' ? 'maximum' : attribute
  if (isPluralPhrase(name))
    return { form: 'attribute', attribute: `${adjective} number of ${name}`, bare: true }
  if (measures.test(headNoun(name)))
    return { form: 'attribute', attribute: `${adjective} ${name}`, bare: true }
  return { form: 'attribute', attribute }
}

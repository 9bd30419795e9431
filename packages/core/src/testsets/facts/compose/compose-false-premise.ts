import { isPluralPhrase } from '../language/inflect.ts'
import { isAskedByWhen, ofSubject, sentence, showCount, showValue, was } from '../frames/word-statement.ts'
import type { Triple } from '../triple.ts'
import { draftFrom, type BaseQuestion, type Draft } from './draft.ts'

/** A sibling's value is put in as if it were true; the right answer corrects it. */
export function composeFalsePremise({ triple }: BaseQuestion, sibling: Triple): Draft | null {
  const claim = claimWrongly(triple, sibling)
  // "severity 4 6 hours": two numbers side by side cannot be read.
  if (
    claim === null ||
    / \d\S* \d/.test(claim) ||
    triple.value.kind === 'boolean' ||
    triple.value.kind === 'list'
  )
    return null
  // Another option's default is no value that one would take this option's for, unless both are measured alike.
  if (triple.attribute === 'default value' && triple.value.unit === undefined) return null
  const wrong =
    triple.ask.form === 'count' ? showCount(sibling.value, triple.ask.noun) : showValue(sibling.value)
  return draftFrom(triple, {
    type: 'false-premise',
    level: 'complex',
    frame: `why-${triple.ask.form}`,
    question: sentence(`why ${claim}`).replace(/\.$/, '') + '?',
    referenceAnswer: triple.statement.replace(/\.$/, `, not ${wrong}.`),
    wrongValues: [sibling.value.text],
    tags: ['false-premise'],
  })
}

function claimWrongly({ ask, subject }: Triple, { value }: Triple): string | null {
  // A bare word at the end of a question reads as part of it: "the support channel … telephone".
  const shown = value.kind === 'name' && !value.code ? `"${value.text}"` : showValue(value)
  switch (ask.form) {
    case 'attribute':
      return `${isPluralPhrase(ask.attribute) ? 'are' : 'is'} the ${ask.attribute}${ofSubject(ask.attribute, subject, ask.bare)}${isAskedByWhen(ask.attribute, value) ? (value.granularity === 'day' ? ' on' : ' in') : ''} ${shown}`
    case 'event':
      return `${was(subject)} ${subject.phrase} ${ask.participle} ${value.granularity === 'day' ? 'on' : 'in'} ${value.kind === 'version' ? 'version ' : ''}${shown}`
    case 'count':
      return `${subject.plural ? 'do' : 'does'} ${subject.phrase} have ${showCount(value, ask.noun)}`
    default:
      return null
  }
}

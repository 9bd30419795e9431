import { isPluralPhrase } from '../language/inflect.ts'
import { ofSubject, sentence, showValue, was } from '../frames/word-statement.ts'
import type { Triple } from '../triple.ts'
import { draftFrom, type BaseQuestion, type Draft } from './draft.ts'

/** A sibling's value is put in as if it were true; the right answer corrects it. */
export function composeFalsePremise({ triple }: BaseQuestion, sibling: Triple): Draft | null {
  const claim = claimWrongly(triple, sibling)
  if (claim === null || triple.value.kind === 'boolean' || triple.value.kind === 'list') return null
  const wrong = showValue(sibling.value)
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
  const shown = showValue(value)
  switch (ask.form) {
    case 'attribute':
      return `${isPluralPhrase(ask.attribute) ? 'are' : 'is'} the ${ask.attribute}${ofSubject(ask.attribute, subject.phrase, ask.bare)} ${shown}`
    case 'event':
      return `${was(subject)} ${subject.phrase} ${ask.participle} ${value.granularity === 'day' ? 'on' : 'in'} ${value.kind === 'version' ? 'version ' : ''}${shown}`
    case 'count':
      return `${subject.plural ? 'do' : 'does'} ${subject.phrase} have ${shown}`
    default:
      return null
  }
}

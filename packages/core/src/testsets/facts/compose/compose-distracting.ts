import type { Triple } from '../triple.ts'
import { draftFrom, type BaseQuestion, type Draft } from './draft.ts'

/** A true fact of a sibling goes first; the question stays the same and so does its answer. */
export function composeDistracting({ triple, draft }: BaseQuestion, sibling: Triple): Draft | null {
  if (
    triple.ask.form === 'which' ||
    triple.ask.form === 'term' ||
    (triple.ask.form === 'clause' && triple.shape !== 'label')
  )
    return null
  if (sibling.statement.toLowerCase().includes(triple.subject.name.toLowerCase())) return null
  return draftFrom(triple, {
    type: 'distracting',
    level: 'distracting',
    frame: `distracting-${draft.frame}`,
    question: `${sibling.statement} ${draft.question}`,
    tags: ['sibling-distractor'],
  })
}

import type { Triple } from '../triple.ts'
import { wordQuestion } from '../frames/word-question.ts'
import { draftFrom, type Draft } from './draft.ts'

/** The fact, asked straight. */
export function composeSimple(triple: Triple): Draft | null {
  const wording = wordQuestion(triple)
  // "boolean" is no answer that a user waits for.
  if (wording === null || triple.attribute === 'type') return null
  const tags = triple.value.kind === 'number' ? ['numbers'] : []
  return draftFrom(triple, {
    type: 'simple',
    level: 'easy',
    frame: wording.frame,
    question: wording.question,
    tags,
  })
}

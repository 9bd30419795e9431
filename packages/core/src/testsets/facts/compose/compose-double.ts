import { wordQuestion } from '../frames/word-question.ts'
import { draftFrom, type BaseQuestion, type Draft } from './draft.ts'

/** Two facts of one subject in one question. */
export function composeDouble(first: BaseQuestion, second: BaseQuestion): Draft | null {
  const tail = wordQuestion(second.triple)?.second ?? null
  const head = wordQuestion(first.triple)
  if (tail === null || head?.second === undefined || head.second === null) return null
  return draftFrom(first.triple, {
    type: 'double',
    level: 'complex',
    frame: `double-${head.frame}`,
    question: `${head.question.replace(/\?$/, '')}, and ${tail}?`,
    asked: [first.triple, second.triple],
    referenceAnswer: `${first.triple.statement} ${second.triple.statement}`,
    tags: ['two-facts'],
  })
}

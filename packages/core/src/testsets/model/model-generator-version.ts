import type { QuestionType } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import { answerClosedBookPrompt } from '../../prompts/answer-closed-book.data.ts'
import { answerFromPassagesPrompt } from '../../prompts/answer-from-passages.data.ts'
import { compareAnswersPrompt } from '../../prompts/compare-answers.data.ts'
import { findAnswerPrompt } from '../../prompts/find-answer.data.ts'
import { generateOutOfScopePrompt } from '../../prompts/generate-out-of-scope.data.ts'
import { generationPrompts } from '../../prompts/generate-questions.data.ts'
import { promptVersion } from '../../prompts/prompt.ts'

/** Raised with every change of the code that can change which candidates are kept. */
const codeVersion = 2

export const modelTypes: readonly QuestionType[] = [
  'simple',
  'complex',
  'distracting',
  'situational',
  'double',
  'conversational',
  'out-of-scope',
  'multi-hop',
  'false-premise',
  'split',
]

/** Of the code and of every prompt. */
export function modelGeneratorVersion(hash: Hash): string {
  const prompts = [
    ...Object.values(generationPrompts),
    generateOutOfScopePrompt,
    answerFromPassagesPrompt,
    answerClosedBookPrompt,
    compareAnswersPrompt,
    findAnswerPrompt,
  ]
  const versions = prompts.map((prompt) => promptVersion(prompt, hash))
  return `${codeVersion}-${hash(versions.join(' ')).slice(0, 12)}`
}

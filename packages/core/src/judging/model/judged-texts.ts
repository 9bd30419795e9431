import type { TestCase } from '@assay/contracts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import type { JudgeInput } from '../judge.ts'

/** UTF-16 code units that are judged, as by the rules: what stands further on is not part of a usable answer. */
const maxLength = 20_000

export const judgedAnswer = ({ answer }: JudgeInput): string => answer.text.slice(0, maxLength)

/** Messages before the question, then the question, each with its role. */
export const judgedQuestion = ({ history, question }: TestCase): readonly FencedText[] => [
  ...history.map(({ role, content }, index) => ({ label: `${role}-${index + 1}`, text: content })),
  { label: 'question', text: question },
]

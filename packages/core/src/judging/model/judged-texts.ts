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

/** Where a judge's quote stands in the answer: case, blanks and marks may differ. `null`: nowhere. */
export function locateWords(quote: string, text: string): readonly [start: number, end: number] | null {
  const exact = quote.trim()
  if (exact === '') return null
  const start = text.indexOf(exact)
  if (start !== -1) return [start, start + exact.length]
  const words = exact.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  const match = new RegExp(words.join(String.raw`[^\p{L}\p{N}]+`), 'iu').exec(text)
  return match === null ? null : [match.index, match.index + match[0].length]
}

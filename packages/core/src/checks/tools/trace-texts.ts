import type { CheckCase } from '@assay/contracts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { toText } from '../read-input.ts'

/** UTF-16 code units of a call's arguments, and of its result, that a model is shown. */
const maxShown = 4000

/** What happened, in order: messages, the request, each call as `call-1`, … with its result, the answer. */
export const traceTexts = ({
  history = [],
  input,
  toolCalls = [],
  answer,
}: CheckCase): readonly FencedText[] => [
  ...history.map(({ role, content }, index) => ({ label: `${role}-${index + 1}`, text: content })),
  ...(input === undefined ? [] : [{ label: 'request', text: input }]),
  ...toolCalls.map(({ name, arguments: given, result }, index) => ({
    label: `call-${index + 1}`,
    text: [
      `${name} ${cut(toText(given))}`,
      result === undefined ? 'no result is known' : `result: ${cut(toText(result))}`,
    ].join('\n'),
  })),
  ...(answer === undefined ? [] : [{ label: 'answer', text: answer }]),
]

const cut = (text: string): string => (text.length > maxShown ? `${text.slice(0, maxShown)} …` : text)

/** Where a text of the trace stands in the case; `null`: in no single one. */
export function pathOfLabel(label: string): string | null {
  const [, role, number] = /^(user|assistant|system|tool)-(\d+)$/.exec(label) ?? []
  if (role !== undefined) return `$.history[${Number(number) - 1}].content`
  if (label === 'request') return '$.input'
  return label === 'answer' ? '$.answer' : null
}

import type { ChatMessage } from '@assay/contracts'
import type { FencedText } from '../../prompts/fence-texts.ts'
import { isEmptyText, maxAnswerLength } from '../answers/case-texts.ts'
import type { CheckInput } from '../check.ts'

/** One message of a conversation as a judge sees it: `m3-assistant`. */
export interface Message extends FencedText, Pick<ChatMessage, 'role'> {
  /** JSONPath of its text; `null`: the part the check reads. */
  readonly at: string | null
}

/** The history, then the question, then the part the check reads, where the case has them. */
export function readMessages({ case: { history = [], input }, value, text }: CheckInput): readonly Message[] {
  const before = history.map(({ role, content }, index) => ({
    role,
    text: content,
    at: `$.history[${index}].content`,
  }))
  const asked = input === undefined ? [] : [{ role: 'user' as const, text: input, at: '$.input' }]
  const answered =
    value === undefined
      ? []
      : [{ role: 'assistant' as const, text: text.slice(0, maxAnswerLength), at: null }]
  return [...before, ...asked, ...answered].map((message, index) => ({
    ...message,
    label: `m${index + 1}-${message.role}`,
  }))
}

/** The messages of the assistant that say something. */
export const assistantTurns = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(({ role, text }) => role === 'assistant' && !isEmptyText(text))

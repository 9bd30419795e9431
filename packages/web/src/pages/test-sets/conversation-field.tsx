import { chatMessageSchema, type ChatMessage } from '@assay/contracts'
import { NativeSelect, Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import { ListField } from '../../components/list-field.tsx'
import * as t from '../../texts/texts.ts'

interface ConversationFieldProps {
  readonly history: ChatMessage[]
  readonly onChange: (history: ChatMessage[]) => void
  readonly problem: string | undefined
  readonly isReadOnly: boolean
}

/** What was said before the question. */
export function ConversationField(props: ConversationFieldProps): ReactElement {
  const { history, onChange, problem, isReadOnly } = props
  return (
    <ListField
      label={t.testSets.conversation}
      hint={t.testSets.conversationHint}
      items={history}
      onChange={onChange}
      make={(): ChatMessage => ({
        role: history.at(-1)?.role === 'user' ? 'assistant' : 'user',
        content: '',
      })}
      add={t.testSets.addMessage}
      remove={t.testSets.removeMessage}
      removeWord={t.testSets.remove}
      problem={problem}
      isReadOnly={isReadOnly}
      draw={(message, set, index) => (
        <div className="case-page-message">
          <NativeSelect
            aria-label={t.testSets.roleOf(index + 1)}
            value={message.role}
            onChange={(event) =>
              set({ ...message, role: chatMessageSchema.shape.role.parse(event.currentTarget.value) })
            }
            data={(['user', 'assistant', 'system'] as const).map((value) => ({
              value,
              label: t.testSets.roles[value],
            }))}
          />
          <Textarea
            aria-label={t.testSets.message(index + 1)}
            required
            autosize
            minRows={1}
            maxRows={12}
            value={message.content}
            onChange={(event) => set({ ...message, content: event.currentTarget.value })}
          />
        </div>
      )}
    />
  )
}

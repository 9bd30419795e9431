import { promptBodySchema } from '@assay/contracts/hub'
import { NativeSelect, Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import { ListField } from '../../../components/list-field.tsx'
import * as t from '../../../texts/texts.ts'
import type { BodyInputProps } from './body-input-props.ts'

const messagesSchema = promptBodySchema.shape.messages
const roleSchema = messagesSchema.element.shape.role

/** The messages of a prompt, in the order they are sent. */
export function MessagesInput({ field, value, onChange, problem }: BodyInputProps): ReactElement {
  const messages = messagesSchema.safeParse(value).data ?? []
  return (
    <ListField
      label={field.label}
      {...(field.hint !== undefined && { hint: field.hint })}
      items={messages}
      onChange={onChange}
      make={() => ({ role: 'user' as const, content: '' })}
      add={t.documents.addMessage}
      remove={t.documents.removeMessage}
      removeWord={t.documents.remove}
      problem={problem}
      draw={(message, set, index) => (
        <div className="document-form-message">
          <NativeSelect
            aria-label={t.documents.roleOf(index + 1)}
            value={message.role}
            onChange={(event) => set({ ...message, role: roleSchema.parse(event.currentTarget.value) })}
            data={roleSchema.options.map((role) => ({ value: role, label: t.documents.roles[role] }))}
          />
          <Textarea
            aria-label={t.documents.message(index + 1)}
            required
            autosize
            minRows={3}
            maxRows={30}
            value={message.content}
            onChange={(event) => set({ ...message, content: event.currentTarget.value })}
          />
        </div>
      )}
    />
  )
}

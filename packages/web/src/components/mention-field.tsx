import { Textarea } from '@mantine/core'
import { useRef, useState, type ReactElement, type RefObject } from 'react'
import * as t from '../texts/texts.ts'
import { suggest, typedMention, type Mentionable } from './mentioned-in.ts'

interface MentionFieldProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly people: readonly Mentionable[]
  readonly error?: string | undefined
  readonly field?: RefObject<HTMLTextAreaElement | null> | undefined
}

/** A text in which people are named with `@`; whose name fits is offered below. */
export function MentionField(props: MentionFieldProps): ReactElement {
  const { label, description, value, onChange, people, error, field } = props
  const own = useRef<HTMLTextAreaElement>(null)
  const input = field ?? own
  const [caret, setCaret] = useState(0)
  const mention = typedMention(value, caret)
  const offered = mention === null ? [] : suggest(mention.typed, people)
  const insert = ({ name }: Mentionable) => {
    if (mention === null) return
    const before = `${value.slice(0, mention.start)}@${name} `
    onChange(before + value.slice(caret))
    setCaret(before.length)
    input.current?.focus()
  }
  return (
    <div>
      <Textarea
        ref={input}
        label={label}
        description={description}
        value={value}
        error={error}
        autosize
        minRows={2}
        maxRows={12}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          setCaret(event.currentTarget.selectionStart)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
      />
      {offered.length > 0 && (
        <div className="mention-field-offered" role="group" aria-label={t.components.comments.people}>
          {offered.map((person) => (
            <button key={person.id} type="button" onClick={() => insert(person)}>
              {t.components.comments.mention(person.name)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

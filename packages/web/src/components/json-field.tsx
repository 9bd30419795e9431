import { Textarea } from '@mantine/core'
import { useRef, useState, type ReactElement } from 'react'
import * as t from '../texts/texts.ts'

interface JsonFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: unknown
  /** `undefined`: the field is empty. */
  readonly onChange: (value: unknown) => void
  readonly problem?: string | undefined
  readonly placeholder?: string | undefined
  readonly isRequired?: boolean
}

/** JSON as text. While it cannot be read the form is not sent. */
export function JsonField(props: JsonFieldProps): ReactElement {
  const { label, hint, value, onChange, problem, placeholder, isRequired = false } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, null, 2)))
  const [fault, setFault] = useState<string | null>(null)
  const read = (typed: string) => {
    setText(typed)
    const parsed = readJson(typed)
    const message = parsed === null ? t.documents.noJson : ''
    field.current?.setCustomValidity(message)
    setFault(message === '' ? null : message)
    if (parsed !== null) onChange(parsed.value)
  }
  return (
    <Textarea
      ref={field}
      label={label}
      description={hint}
      placeholder={placeholder}
      required={isRequired}
      autosize
      minRows={3}
      maxRows={24}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      error={fault ?? problem}
      onChange={(event) => read(event.currentTarget.value)}
    />
  )
}

function readJson(text: string): { readonly value: unknown } | null {
  if (text.trim() === '') return { value: undefined }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

import { Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'

interface LinesFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly lines: readonly string[]
  readonly onChange: (lines: string[]) => void
  readonly problem?: string | undefined
  readonly placeholder?: string | undefined
  readonly isRequired?: boolean
}

/** A list of short texts, one a line. */
export function LinesField(props: LinesFieldProps): ReactElement {
  const { label, hint, lines, onChange, problem, placeholder, isRequired = false } = props
  const [text, setText] = useState(() => lines.join('\n'))
  return (
    <Textarea
      label={label}
      description={hint}
      placeholder={placeholder}
      required={isRequired}
      autosize
      minRows={2}
      maxRows={16}
      value={text}
      error={problem}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        onChange(typed.split('\n').filter((line) => line.trim() !== ''))
      }}
    />
  )
}

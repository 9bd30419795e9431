import type { DocumentKind } from '@assay/contracts/hub'
import { TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'

interface NameFieldProps {
  readonly kind: DocumentKind
  readonly name: string
  readonly onChange: (name: string) => void
  readonly problem: string | undefined
}

/** What a thing is called in its project. */
export function NameField({ kind, name, onChange, problem }: NameFieldProps): ReactElement {
  return (
    <TextInput
      label={t.documents.name}
      placeholder={t.documents.kinds[kind].namePlaceholder}
      required
      maxLength={120}
      value={name}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

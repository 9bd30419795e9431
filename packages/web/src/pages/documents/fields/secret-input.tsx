import { Autocomplete } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../../api/use-hub.ts'
import type { BodyInputProps } from './body-input-props.ts'

/** The name of a secret of the project. */
export function SecretInput({ projectId, field, value, onChange, problem }: BodyInputProps): ReactElement {
  const secrets = useHub('listSecrets', { projectId })
  return (
    <Autocomplete
      label={field.label}
      description={field.hint}
      error={problem}
      autoComplete="off"
      value={typeof value === 'string' ? value : ''}
      onChange={(name) => onChange(name === '' ? field.empty : name)}
      data={(secrets.data?.items ?? []).map(({ name }) => name)}
    />
  )
}

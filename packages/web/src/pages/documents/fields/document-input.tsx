import type { DocumentKind } from '@assay/contracts/hub'
import { Autocomplete, MultiSelect, NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../../texts/texts.ts'
import type { BodyInputProps } from './body-input-props.ts'
import { useDocuments } from './use-documents.ts'

interface DocumentField {
  readonly as: 'document' | 'documents' | 'named'
  readonly kind: DocumentKind
  readonly label: string
  readonly hint?: string
  readonly isRequired?: true
  readonly empty?: null | ''
}

/** Things of the project: by id, or by a name that may also be another's. */
export function DocumentInput(props: BodyInputProps<DocumentField>): ReactElement {
  const { projectId, field, value, onChange, problem } = props
  const documents = useDocuments(projectId, field.kind)
  const words = {
    label: field.label,
    description: field.hint,
    required: field.isRequired ?? false,
    error: problem,
  }
  if (field.as === 'named')
    return (
      <Autocomplete
        {...words}
        value={typeof value === 'string' ? value : ''}
        onChange={(name) => onChange(name === '' ? field.empty : name)}
        data={[...new Set(documents.map(({ name }) => name))]}
      />
    )
  const data = documents.map(({ id, name }) => ({ value: id, label: name }))
  if (field.as === 'documents')
    return (
      <MultiSelect
        {...words}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={onChange}
        data={data}
        searchable
        nothingFoundMessage={t.documents.nothingToChoose(t.documents.kinds[field.kind].many)}
      />
    )
  return (
    <NativeSelect
      {...words}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: '' }, ...data]}
    />
  )
}

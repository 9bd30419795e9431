import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../../api/use-hub.ts'
import * as t from '../../../texts/texts.ts'
import type { BodyInputProps } from './body-input-props.ts'

/** One of the project's people. */
export function MemberInput({ projectId, field, value, onChange, problem }: BodyInputProps): ReactElement {
  const members = useHub('listMembers', { projectId })
  const people = (members.data?.items ?? []).filter(({ person }) => person.kind === 'person')
  return (
    <NativeSelect
      label={field.label}
      description={field.hint}
      error={problem}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t.documents.none },
        ...people.map(({ person }) => ({ value: person.id, label: person.name })),
      ]}
    />
  )
}

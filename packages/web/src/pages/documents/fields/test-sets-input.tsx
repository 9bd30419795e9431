import { MultiSelect } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../../api/use-hub.ts'
import * as t from '../../../texts/texts.ts'
import type { BodyInputProps } from './body-input-props.ts'

/** Test sets of the project; at least one. */
export function TestSetsInput({ projectId, field, value, onChange, problem }: BodyInputProps): ReactElement {
  const sets = useHub('listTestSets', { projectId, query: { limit: 500 } })
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    <MultiSelect
      label={field.label}
      description={field.hint}
      error={problem}
      required={chosen.length === 0}
      withAsterisk
      searchable
      value={chosen}
      onChange={onChange}
      nothingFoundMessage={t.documents.nothingToChoose(t.testSets.counted[1])}
      data={(sets.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

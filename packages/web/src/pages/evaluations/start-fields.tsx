import { MultiSelect, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import { useHub } from '../../api/use-hub.ts'
import * as t from '../../texts/texts.ts'
import type { Choices } from './start-choices.ts'
import type { StartValues } from './start-values.ts'
import { useSetFacets } from './use-set-facets.ts'

interface StartFieldsProps {
  readonly choices: Choices
  readonly values: StartValues
  readonly set: (change: Partial<StartValues>) => void
  readonly problemOf: FieldProblems
}

export function StartFields(props: StartFieldsProps): ReactElement {
  return (
    <>
      <WhatFields {...props} />
      <HowFields {...props} />
      <LimitFields {...props} />
    </>
  )
}

function WhatFields({ choices, values, set, problemOf }: StartFieldsProps): ReactElement {
  const { projectId, targets, sets } = choices
  const words = t.evaluations.start
  const facets = useSetFacets(projectId, values.testSetIds)
  const tags = [...new Set(facets.flatMap((facet) => Object.keys(facet)))].toSorted()
  const target = targets.find(({ id }) => id === values.targetId)
  return (
    <>
      <NativeSelect
        label={words.target}
        value={values.targetId}
        required
        error={problemOf('/targetId')}
        data={[
          { value: '', label: words.chooseTarget },
          ...targets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => set({ targetId: event.currentTarget.value, targetVersion: null })}
      />
      {target !== undefined && (
        <VersionField projectId={projectId} target={target} values={values} set={set} />
      )}
      <MultiSelect
        label={words.testSets}
        required
        value={[...values.testSetIds]}
        error={problemOf('/testSetIds')}
        data={sets.map(({ id, name, cases }) => ({ value: id, label: words.setCases(name, cases.active) }))}
        onChange={(testSetIds) => set({ testSetIds, tags: [] })}
      />
      {tags.length > 0 && (
        <MultiSelect
          label={words.tags}
          {...(values.tags.length === 0 ? { placeholder: words.anyTag } : {})}
          value={[...values.tags]}
          data={tags}
          searchable
          onChange={(chosen) => set({ tags: chosen })}
        />
      )}
    </>
  )
}

interface VersionFieldProps extends Pick<StartFieldsProps, 'values' | 'set'> {
  readonly projectId: string
  readonly target: { readonly id: string; readonly version: number }
}

function VersionField({ projectId, target, values, set }: VersionFieldProps): ReactElement {
  const words = t.evaluations.start
  const read = useHub('listDocumentVersions', { projectId, documentId: target.id, query: { limit: 100 } })
  const older = (read.data?.items ?? []).filter(({ version }) => version !== target.version)
  return (
    <NativeSelect
      label={words.version}
      value={values.targetVersion === null ? '' : String(values.targetVersion)}
      data={[
        { value: '', label: words.current(target.version) },
        ...older.map(({ version, note }) => ({
          value: String(version),
          label: words.versionOf(version, note),
        })),
      ]}
      onChange={(event) => {
        const version = event.currentTarget.value
        set({ targetVersion: version === '' ? null : Number(version) })
      }}
    />
  )
}

function HowFields({ choices, values, set, problemOf }: StartFieldsProps): ReactElement {
  const words = t.evaluations.start
  return (
    <>
      {choices.checks.length > 0 && (
        <MultiSelect
          label={words.checks}
          {...(values.checkIds.length === 0 ? { placeholder: words.noChecks } : {})}
          value={[...values.checkIds]}
          data={choices.checks.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          onChange={(checkIds) => set({ checkIds })}
        />
      )}
      <TextInput
        label={words.judge}
        description={words.judgeHint}
        value={values.judge}
        error={problemOf('/judge')}
        onChange={(event) => set({ judge: event.currentTarget.value })}
      />
      <NumberInput
        label={words.repeats}
        description={words.repeatsHint}
        min={1}
        max={20}
        allowDecimal={false}
        value={values.repeats}
        error={problemOf('/repeats')}
        onChange={(value) => set({ repeats: typeof value === 'number' ? value : 1 })}
      />
      <TagsInput
        label={words.gates}
        description={words.gatesHint}
        value={[...values.gates]}
        error={problemOf('/gates')}
        onChange={(gates) => set({ gates })}
      />
    </>
  )
}

function LimitFields({ values, set, problemOf }: StartFieldsProps): ReactElement {
  const words = t.evaluations.start
  const toNumber = (value: number | string): number | null => (typeof value === 'number' ? value : null)
  return (
    <>
      <NumberInput
        label={words.budget}
        description={words.budgetHint}
        min={0}
        value={values.budgetUsd ?? ''}
        error={problemOf('/budgetUsd')}
        onChange={(value) => set({ budgetUsd: toNumber(value) })}
      />
      <NumberInput
        label={words.limit}
        description={words.limitHint}
        min={1}
        allowDecimal={false}
        value={values.limit ?? ''}
        error={problemOf('/limit')}
        onChange={(value) => set({ limit: toNumber(value) })}
      />
      <TextInput
        label={words.name}
        description={words.nameHint}
        value={values.name}
        error={problemOf('/name')}
        maxLength={120}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
    </>
  )
}

import type { CheckUse } from '@assay/contracts'
import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../../texts/texts.ts'
import { ParameterField } from './parameter-field.tsx'
import { checkForms } from './check-forms.data.ts'
import './check-use-fields.css'

interface CheckUseFieldsProps {
  readonly use: CheckUse
  readonly onChange: (use: CheckUse) => void
  readonly label: string
  readonly problem?: string | undefined
}

const choices = [...new Set(checkForms.map(({ kind }) => kind))].map((kind) => ({
  group: t.documents.checkKinds[kind] ?? kind,
  items: checkForms
    .filter((form) => form.kind === kind)
    .map(({ id, title }) => ({ value: id, label: title })),
}))

/** Which check, and what it needs to know. */
export function CheckUseFields({ use, onChange, label, problem }: CheckUseFieldsProps): ReactElement {
  const form = checkForms.find(({ id }) => id === use.check)
  const parameters = use.parameters ?? {}
  const setParameter = (name: string, value: unknown) => {
    const { [name]: _, ...others } = parameters
    onChange({ ...use, parameters: value === undefined ? others : { ...others, [name]: value } })
  }
  return (
    <div className="check-use-fields">
      <Select
        label={label}
        placeholder={t.documents.chooseCheck}
        required
        searchable
        nothingFoundMessage={t.documents.noSuchCheck}
        data={choices}
        value={use.check ?? null}
        error={problem}
        onChange={(check) => {
          // What another check had to know means nothing to this one.
          const { check: _, parameters: __, ...others } = use
          onChange(check === null ? others : { ...others, check })
        }}
      />
      {form !== undefined && (
        <div className="quiet">
          {form.measures} {form.needs !== 'none' && t.documents.checkNeeds(form.needs)}
        </div>
      )}
      {form?.parameters.map((parameter) => (
        <ParameterField
          key={`${form.id} ${parameter.name}`}
          parameter={parameter}
          value={parameters[parameter.name]}
          onChange={(value) => setParameter(parameter.name, value)}
        />
      ))}
      {form !== undefined && <UseFields use={use} onChange={onChange} />}
    </div>
  )
}

/** How its verdict counts. */
function UseFields({ use, onChange }: Pick<CheckUseFieldsProps, 'use' | 'onChange'>): ReactElement {
  const { not: _, required: __, threshold: ___, name: ____, ...others } = use
  const set = (part: Partial<CheckUse>) => {
    const next = { name: use.name, not: use.not, required: use.required, threshold: use.threshold, ...part }
    onChange({
      ...others,
      ...(next.name !== undefined && next.name !== '' && { name: next.name }),
      ...(next.not === true && { not: true }),
      ...(next.required === false && { required: false }),
      ...(next.threshold !== undefined && { threshold: next.threshold }),
    })
  }
  return (
    <details>
      <summary>{t.documents.moreOfCheck}</summary>
      <div className="check-use-fields">
        <TextInput
          label={t.documents.checkName}
          value={use.name ?? ''}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Checkbox
          label={t.documents.checkNot}
          checked={use.not === true}
          onChange={(event) => set({ not: event.currentTarget.checked })}
        />
        <Checkbox
          label={t.documents.checkAdvisory}
          checked={use.required === false}
          onChange={(event) => set({ required: !event.currentTarget.checked })}
        />
        <NumberInput
          label={t.documents.checkThreshold}
          value={use.threshold ?? ''}
          onChange={(value) =>
            onChange(
              typeof value === 'number'
                ? { ...use, threshold: value }
                : Object.fromEntries(Object.entries(use).filter(([key]) => key !== 'threshold')),
            )
          }
        />
      </div>
    </details>
  )
}

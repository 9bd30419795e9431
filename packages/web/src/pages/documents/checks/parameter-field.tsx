import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { JsonField } from '../../../components/json-field.tsx'
import { LinesField } from '../../../components/lines-field.tsx'
import * as t from '../../../texts/texts.ts'
import type { CheckParameter } from './check-form.ts'

interface ParameterFieldProps {
  readonly parameter: CheckParameter
  readonly value: unknown
  /** `undefined`: what holds when nothing is given. */
  readonly onChange: (value: unknown) => void
}

/** One thing a check needs to know, by its kind. */
export function ParameterField({ parameter, value, onChange }: ParameterFieldProps): ReactElement {
  const { name, as, description, options = [], isRequired = false, standard } = parameter
  const hint = standard === undefined ? description : t.documents.withStandard(description, standard)
  const words = { label: toWords(name), description: hint, required: isRequired }
  switch (as) {
    case 'text':
      return (
        <TextInput
          {...words}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...words}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      )
    case 'yes':
      return (
        <Checkbox
          label={toWords(name)}
          description={description}
          checked={typeof value === 'boolean' ? value : standard === 'true'}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <NativeSelect
          {...words}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
          data={[{ value: '', label: t.documents.standard }, ...options]}
        />
      )
    case 'lines':
      return <ParameterLines {...{ parameter, value, onChange }} hint={hint} />
    case 'json':
      return <JsonField {...{ hint, isRequired, value, onChange }} label={toWords(name)} />
  }
}

function toLines(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((line) => typeof line === 'string')
  return typeof value === 'string' ? [value] : []
}

/** `ignoreCase` → "Ignore case". */
function toWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function ParameterLines({
  parameter: { name, isRequired },
  value,
  onChange,
  hint,
}: ParameterFieldProps & { readonly hint: string }): ReactElement {
  return (
    <LinesField
      label={toWords(name)}
      hint={t.documents.withLines(hint)}
      isRequired={isRequired === true}
      lines={toLines(value)}
      onChange={(lines) => onChange(lines.length === 0 ? undefined : lines)}
    />
  )
}

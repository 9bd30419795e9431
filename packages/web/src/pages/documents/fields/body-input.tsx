import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { JsonField } from '../../../components/json-field.tsx'
import { LinesField } from '../../../components/lines-field.tsx'
import type { BodyInputProps } from './body-input-props.ts'
import { CheckInput } from './check-input.tsx'
import { DocumentInput } from './document-input.tsx'
import { MemberInput } from './member-input.tsx'
import { MessagesInput } from './messages-input.tsx'
import { PairsInput } from './pairs-input.tsx'
import { PinInput, PinsInput } from './pin-input.tsx'
import { PriceInput } from './price-input.tsx'
import { SecretInput } from './secret-input.tsx'
import { TestSetsInput } from './test-sets-input.tsx'
import { WhenInput } from './when-input.tsx'

/** The control of one field, by its kind. */
export function BodyInput(props: BodyInputProps): ReactElement | null {
  const { field, value, onChange, problem } = props
  switch (field.as) {
    case 'text':
    case 'long-text':
    case 'number':
    case 'percent':
    case 'yes':
    case 'choice':
      return <PlainInput {...props} />
    case 'lines':
      return (
        <LinesField
          label={field.label}
          hint={field.hint}
          lines={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
          problem={problem}
        />
      )
    case 'json':
      return (
        <JsonField
          label={field.label}
          hint={field.hint}
          placeholder={field.placeholder}
          value={value}
          onChange={onChange}
          problem={problem}
        />
      )
    case 'texts':
    case 'values':
      return <PairsInput {...props} isText={field.as === 'texts'} />
    case 'document':
    case 'documents':
    case 'named':
      return <DocumentInput {...props} field={field} />
    case 'pin':
      return <PinInput {...props} kind={field.kind} />
    case 'pins':
      return <PinsInput {...props} kind={field.kind} />
    default:
      return <OwnInput {...props} />
  }
}

/** Fields with a control of their own. */
function OwnInput(props: BodyInputProps): ReactElement | null {
  switch (props.field.as) {
    case 'member':
      return <MemberInput {...props} />
    case 'test-sets':
      return <TestSetsInput {...props} />
    case 'messages':
      return <MessagesInput {...props} />
    case 'check':
      return <CheckInput {...props} />
    case 'when':
      return <WhenInput {...props} />
    case 'price':
      return <PriceInput {...props} />
    case 'secret':
      return <SecretInput {...props} />
    default:
      // Topics are found, not written.
      return null
  }
}

function PlainInput(props: BodyInputProps): ReactElement | null {
  const { field, value, onChange, problem } = props
  const words = {
    label: field.label,
    description: field.hint,
    required: field.isRequired ?? false,
    error: problem,
  }
  const setText = (text: string) => onChange(text === '' ? field.empty : text)
  const text = typeof value === 'string' ? value : ''
  switch (field.as) {
    case 'text':
      return (
        <TextInput
          {...words}
          placeholder={field.placeholder}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )
    case 'long-text':
      return (
        <Textarea
          {...words}
          autosize
          minRows={2}
          maxRows={20}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )
    case 'yes':
      return (
        <Checkbox
          label={field.label}
          checked={value === true}
          error={problem}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'choice': {
      const offered = field.offered ?? Object.keys(field.options)
      return (
        <NativeSelect
          {...words}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          data={Object.entries(field.options)
            .filter(([one]) => offered.includes(one) || one === value)
            .map(([one, label]) => ({ value: one, label }))}
        />
      )
    }
    case 'percent':
    case 'number':
      return <FigureInput {...props} />
    default:
      return null
  }
}

function FigureInput({ field, value, onChange, problem }: BodyInputProps): ReactElement | null {
  const words = {
    label: field.label,
    description: field.hint,
    required: field.isRequired ?? false,
    error: problem,
  }
  switch (field.as) {
    case 'percent':
      return (
        <NumberInput
          {...words}
          min={0}
          max={100}
          decimalScale={2}
          value={typeof value === 'number' ? Math.round(value * 10_000) / 100 : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next / 100 : field.empty)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...words}
          {...(field.least !== undefined && { min: field.least })}
          allowDecimal={field.isWhole !== true}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : field.empty)}
        />
      )
    default:
      return null
  }
}

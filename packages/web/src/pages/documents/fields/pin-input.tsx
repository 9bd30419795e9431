import type { DocumentKind } from '@assay/contracts/hub'
import { NativeSelect, NumberInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { ListField } from '../../../components/list-field.tsx'
import * as t from '../../../texts/texts.ts'
import type { BodyInputProps } from './body-input-props.ts'
import { readPin, type Pin } from './read-pin.ts'
import { useDocuments } from './use-documents.ts'

interface PinFieldProps {
  readonly projectId: string
  readonly kind: DocumentKind
  readonly label: string
  readonly pin: Pin | null
  readonly onChange: (pin: Pin | null) => void
  readonly problem?: string | undefined
}

/** A thing and which of its versions. */
function PinField({ projectId, kind, label, pin, onChange, problem }: PinFieldProps): ReactElement {
  const documents = useDocuments(projectId, kind)
  const chosen = documents.find(({ id }) => id === pin?.id)
  return (
    <div className="document-form-pin">
      <NativeSelect
        label={label}
        error={problem}
        {...(documents.length === 0 && {
          description: t.documents.nothingToChoose(t.documents.kinds[kind].many),
        })}
        value={pin?.id ?? ''}
        onChange={(event) => {
          const found = documents.find(({ id }) => id === event.currentTarget.value)
          onChange(found === undefined ? null : { id: found.id, version: found.version })
        }}
        data={[
          { value: '', label: t.documents.pinNone },
          ...documents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {pin !== null && pin.id !== '' && (
        <NumberInput
          label={t.documents.pinVersion}
          min={1}
          {...(chosen !== undefined && { max: chosen.version })}
          allowDecimal={false}
          value={pin.version}
          onChange={(version) => {
            if (typeof version === 'number') onChange({ ...pin, version })
          }}
        />
      )}
    </div>
  )
}

type PinProps = BodyInputProps & { readonly kind: DocumentKind }

export function PinInput({ projectId, field, value, onChange, problem, kind }: PinProps): ReactElement {
  return (
    <PinField
      projectId={projectId}
      kind={kind}
      label={field.label}
      pin={readPin(value)}
      onChange={onChange}
      problem={problem}
    />
  )
}

/** Several of them. */
export function PinsInput({ projectId, field, value, onChange, problem, kind }: PinProps): ReactElement {
  const pins = (Array.isArray(value) ? value : []).map(readPin)
  return (
    <ListField
      label={field.label}
      items={pins}
      onChange={onChange}
      make={() => ({ id: '', version: 1 })}
      add={t.documents.addPin}
      remove={t.documents.removePair}
      removeWord={t.documents.remove}
      problem={problem}
      draw={(pin, set) => (
        <PinField
          projectId={projectId}
          kind={kind}
          label={t.documents.kinds[kind].one}
          pin={pin}
          onChange={(next) => set(next ?? { id: '', version: 1 })}
        />
      )}
    />
  )
}

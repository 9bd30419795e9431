import type { DocumentKind } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import type { FieldProblems } from '../../api/field-problems.ts'
import { readAt, toPointer, writeAt, type Body, type BodyField } from './body-field.ts'
import { fieldsOf } from './document-fields.data.ts'
import { BodyInput } from './fields/body-input.tsx'
import { SecretsHint } from './secrets-hint.tsx'
import { switchConnection } from './switch-connection.ts'
import * as t from '../../texts/texts.ts'
import './documents.css'

interface BodyFormProps {
  readonly projectId: string
  readonly kind: DocumentKind
  readonly body: Body
  readonly onChange: (body: Body) => void
  readonly problemOf: FieldProblems
}

/** The fields of a kind, part by part; what is rarely needed is folded away. */
export function BodyForm(props: BodyFormProps): ReactElement {
  const { projectId, kind, body } = props
  const shown = fieldsOf[kind].filter((field) => field.isShown?.(body) !== false)
  const parts = [...new Set(shown.map(({ part }) => part))]
  return (
    <>
      {parts.map((part) => {
        const fields = shown.filter((field) => field.part === part)
        if (part === undefined) return <PartFields key="" {...props} fields={fields} />
        return (
          <fieldset className="document-form-part" key={part}>
            <legend>{part}</legend>
            <PartFields {...props} fields={fields} />
            {part === t.fields.connection && <SecretsHint projectId={projectId} />}
          </fieldset>
        )
      })}
    </>
  )
}

function PartFields(props: BodyFormProps & { readonly fields: readonly BodyField[] }): ReactElement {
  const often = props.fields.filter(({ isRare }) => isRare !== true)
  const rare = props.fields.filter(({ isRare }) => isRare === true)
  return (
    <>
      {often.map((field) => (
        <OneField key={`${field.at} ${field.as}`} {...props} field={field} />
      ))}
      {rare.length > 0 && (
        <details className="document-form-rare">
          <summary>{t.documents.more}</summary>
          <div>
            {rare.map((field) => (
              <OneField key={`${field.at} ${field.as}`} {...props} field={field} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

function OneField(props: BodyFormProps & { readonly field: BodyField }): ReactElement {
  const { projectId, kind, body, onChange, problemOf, field } = props
  return (
    <div className="document-form-field" data-narrow={field.as === 'number' || field.as === 'percent'}>
      <BodyInput
        projectId={projectId}
        field={field}
        value={readAt(body, field.at)}
        onChange={(value) => {
          const next = writeAt(body, field.at, value)
          onChange(kind === 'target' && field.at === 'connection.kind' ? switchConnection(next) : next)
        }}
        problem={problemOf(toPointer(field.at))}
      />
    </div>
  )
}

import { checkUseSchema } from '@assay/contracts'
import { Textarea } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import * as t from '../../../texts/texts.ts'
import { CheckTrial } from '../checks/check-trial.tsx'
import { CheckUseFields } from '../checks/check-use-fields.tsx'
import type { BodyInputProps } from './body-input-props.ts'

/** A check and its settings, tried on an answer while they are made. */
export function CheckInput({ projectId, field, value, onChange, problem }: BodyInputProps): ReactElement {
  const use = checkUseSchema.safeParse(value).data ?? {}
  const [question, setQuestion] = useState('')
  const [reference, setReference] = useState('')
  return (
    <>
      <CheckUseFields label={field.label} use={use} onChange={onChange} problem={problem} />
      {use.check !== undefined && (
        <div className="document-form-trial">
          <CheckTrial
            projectId={projectId}
            checks={[use]}
            caseOf={{
              ...(question !== '' && { input: question }),
              ...(reference !== '' && { reference }),
            }}
          />
          <Textarea
            label={t.documents.trialQuestion}
            autosize
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <Textarea
            label={t.documents.trialReference}
            autosize
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        </div>
      )}
    </>
  )
}

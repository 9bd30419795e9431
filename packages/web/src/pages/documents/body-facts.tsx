import type { DocumentKind } from '@assay/contracts/hub'
import { Fragment, type ReactElement } from 'react'
import { readAt, type Body } from './body-field.ts'
import { BodyFact } from './body-fact.tsx'
import { fieldsOf } from './document-fields.data.ts'
import { isSaid } from './is-said.ts'
import './documents.css'

interface BodyFactsProps {
  readonly projectId: string
  readonly kind: DocumentKind
  readonly body: Body
}

/** What one version says, field by field; what it does not say is left out. */
export function BodyFacts({ projectId, kind, body }: BodyFactsProps): ReactElement {
  const said = fieldsOf[kind].filter(
    (field) => field.isShown?.(body) !== false && isSaid(readAt(body, field.at)),
  )
  const parts = [...new Set(said.map(({ part }) => part))]
  return (
    <div className="body-facts">
      {parts.map((part) => (
        <Fragment key={part ?? ''}>
          {part !== undefined && <h3>{part}</h3>}
          <dl>
            {said
              .filter((field) => field.part === part)
              .map((field) => (
                <Fragment key={`${field.at} ${field.as}`}>
                  <dt>{field.label}</dt>
                  <dd>
                    <BodyFact
                      projectId={projectId}
                      field={field}
                      value={readAt(body, field.at)}
                      body={body}
                    />
                  </dd>
                </Fragment>
              ))}
          </dl>
        </Fragment>
      ))}
    </div>
  )
}

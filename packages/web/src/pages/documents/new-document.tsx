import type { DocumentKind } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHubAction } from '../../api/use-hub-action.ts'
import { ChangeProblem } from '../../components/change-problem.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ButtonLink } from '../../components/router-links.tsx'
import { showDone } from '../../components/show-notice.tsx'
import * as t from '../../texts/texts.ts'
import { BodyForm } from './body-form.tsx'
import type { Body } from './body-field.ts'
import { emptyBodies } from './document-fields.data.ts'
import { NameField } from './name-field.tsx'
import { pathOfKind } from './path-of-kind.ts'
import { toBodyProblems } from './to-body-problems.ts'
import './documents.css'

interface NewDocumentProps {
  readonly projectId: string
  readonly kind: DocumentKind
}

/** Makes one, as version 1, and opens it. */
export function NewDocument({ projectId, kind }: NewDocumentProps): ReactElement {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [body, setBody] = useState<Body>(emptyBodies[kind])
  const texts = t.documents.kinds[kind]
  const create = useHubAction('createDocument', {
    refreshes: ['listDocuments'],
    onDone: (made) => {
      showDone(t.documents.made(made.name))
      void navigate({ to: `${pathOfKind[kind]}/$documentId`, params: { projectId, documentId: made.id } })
    },
  })
  return (
    <>
      <PageHeader question={texts.makeTitle} answer={texts.empty} />
      <form
        className="document-form"
        onSubmit={(event) => {
          event.preventDefault()
          create.run({ projectId, body: { kind, name, body } })
        }}
      >
        <NameField kind={kind} name={name} onChange={setName} problem={create.problemOf('/name')} />
        <BodyForm
          projectId={projectId}
          kind={kind}
          body={body}
          onChange={setBody}
          problemOf={toBodyProblems(create.problemOf)}
        />
        <div className="document-form-buttons no-print">
          <ChangeProblem change={create} fields={['/name']} />
          <Button type="submit" loading={create.isRunning}>
            {t.documents.makeIt(kind)}
          </Button>
          <ButtonLink to="." search={(before: object) => ({ ...before, make: undefined })} variant="default">
            {t.documents.cancel}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}

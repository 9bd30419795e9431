import type { HubDocument } from '@assay/contracts/hub'
import { Skeleton, Title } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { CommentThread } from '../../components/comment-thread.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import * as t from '../../texts/texts.ts'
import { BodyFacts } from './body-facts.tsx'
import { DocumentActions } from './document-actions.tsx'
import { DocumentHistory } from './document-history.tsx'
import { EditDocument } from './edit-document.tsx'
import { LineageLinks } from './lineage-links.tsx'
import { RequirementStanding } from './requirements/requirement-standing.tsx'
import { OldBody } from './old-body.tsx'
import { ToList } from './to-list.tsx'
import './documents.css'

/** One versioned thing of any kind: what it says, what was changed, and what it is connected with. */
export function DocumentPage(): ReactElement {
  const { projectId = '', documentId = '' } = useParams({ strict: false })
  const read = useHub('getDocument', { projectId, documentId })
  if (read.data !== undefined) return <OneDocument key={documentId} document={read.data} />
  return (
    <>
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.error === null && <Skeleton height={320} maw={760} />}
    </>
  )
}

function OneDocument({ document }: { readonly document: HubDocument }): ReactElement {
  const { projectId, id, kind, name, version: current, changedAt, changedBy } = document
  const { version, edit } = useSearch({ strict: false })
  const navigate = useNavigate()
  const mayEdit = useProjectRight(projectId, 'edit')
  const [round, setRound] = useState(0)
  const isEditing = edit === 'yes' && mayEdit
  return (
    <>
      <PageHeader
        question={t.documents.kinds[kind].title(name)}
        answer={
          <>
            {t.documents.answer(current, changedBy.name)} <RelativeTime time={changedAt} />
          </>
        }
        above={<ToList projectId={projectId} kind={kind} />}
        actions={isEditing ? undefined : <DocumentActions document={document} version={version ?? current} />}
      />
      {document.archivedAt !== null && <p className="document-page-note">{t.documents.archivedNote}</p>}
      {isEditing ? (
        <EditDocument
          key={round}
          document={document}
          onSettled={(isSaved) => {
            if (isSaved) void navigate({ to: '.', search: {}, replace: true })
            else setRound((before) => before + 1)
          }}
        />
      ) : (
        <div className="document-page">
          <section>
            <Title order={2}>{t.documents.whatItSays}</Title>
            {version !== undefined && version !== current ? (
              <OldBody document={document} version={version} />
            ) : (
              <BodyFacts projectId={projectId} kind={kind} body={document.body} />
            )}
          </section>
          {kind === 'requirement' && (
            <section>
              <Title order={2}>{t.documents.howItStands}</Title>
              <RequirementStanding projectId={projectId} requirementId={id} />
            </section>
          )}
          <LineageLinks projectId={projectId} thingId={id} version={version} />
          <DocumentHistory document={document} mayEdit={mayEdit} />
          <section>
            <Title order={2}>{t.documents.comments}</Title>
            <CommentThread projectId={projectId} subject={{ kind: 'document', id }} />
          </section>
        </div>
      )}
    </>
  )
}

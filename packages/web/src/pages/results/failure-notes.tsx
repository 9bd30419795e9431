import { Skeleton, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { OpenLink } from '../../components/open-link.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from '../evaluations/evaluation-place.ts'

interface FailureNotesProps {
  readonly place: EvaluationPlace
  readonly caseId: string
}

/** What people noted of how this case fails. */
export function FailureNotes({ place, caseId }: FailureNotesProps): ReactElement {
  const { projectId, evaluationId } = place
  const read = useHub('listFailureNotes', { projectId, query: { evaluationId, limit: 500 } })
  const categories = useHub('listCategories', { projectId })
  const notes = read.data?.items.filter((note) => note.caseId === caseId)
  const nameOf = (id: string | null) => categories.data?.items.find((category) => category.id === id)?.name
  return (
    <section className="panel" aria-labelledby="notes-title">
      <Title order={2} id="notes-title">
        {t.evaluations.notes.title}
      </Title>
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {notes === undefined && read.error === null && <Skeleton height={32} />}
      {notes?.length === 0 && <p className="quiet">{t.evaluations.notes.none}</p>}
      <ul className="plain-list result-notes">
        {notes?.map(({ id, text, by, at, categoryId }) => (
          <li key={id}>
            <PlainText text={text} />
            <div className="quiet">
              {`${by.name} · `}
              <RelativeTime time={at} />
              {nameOf(categoryId) !== undefined && (
                <>
                  {' · '}
                  <OpenLink to="/projects/$projectId/failures" params={{ projectId }}>
                    {nameOf(categoryId)}
                  </OpenLink>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

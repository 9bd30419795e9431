import type { Finding } from '@assay/contracts/hub'
import { Skeleton, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, useState, type ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { CommentThread } from '../../components/comment-thread.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import { useShortcuts } from '../../keyboard/use-shortcuts.ts'
import * as t from '../../texts/texts.ts'
import { EvidenceList } from './evidence-list.tsx'
import { FindingStatusBadge, SeverityBadge } from './finding-badges.tsx'
import { FindingForm } from './finding-form.tsx'
import './finding-page.css'

const route = getRouteApi('/in/projects/$projectId/findings/$findingId')

/** One finding: how it stands, what shows it, and what people say of it. */
export function FindingPage(): ReactElement {
  const { projectId, findingId } = route.useParams()
  const read = useHub('getFinding', { projectId, findingId })
  if (read.data !== undefined) return <Found finding={read.data} />
  return (
    <>
      <PageHeader question={t.findings.one.title} answer={read.error === null ? null : undefined} />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.error === null && <Skeleton height={320} />}
    </>
  )
}

interface Begun {
  readonly edition: number
  readonly saved: Finding | null
}

function Found({ finding }: { readonly finding: Finding }): ReactElement {
  const { projectId, id, title, description } = finding
  const field = useRef<HTMLTextAreaElement>(null)
  const mayReview = useProjectRight(projectId, 'review')
  // What the form begins with: what was saved last, until somebody asks for what stands now.
  const [begun, setBegun] = useState<Begun>({ edition: 0, saved: null })
  const words = t.findings.one
  useShortcuts(mayReview ? [{ key: 'c', does: words.keyComment, run: () => field.current?.focus() }] : [])
  return (
    <div className="finding-page">
      <PageHeader
        question={words.question(title)}
        answer={<Answer finding={finding} />}
        above={
          <TextLink to="/projects/$projectId/findings" params={{ projectId }}>
            {words.all}
          </TextLink>
        }
      />
      <div className="finding-columns">
        <div className="finding-main">
          <section className="panel">
            <Title order={2}>{words.description}</Title>
            {description === '' ? (
              <p className="quiet">{words.noDescription}</p>
            ) : (
              <p>
                <PlainText text={description} />
              </p>
            )}
            <Origin finding={finding} />
          </section>
          <section className="panel">
            <Title order={2}>{words.evidence}</Title>
            <EvidenceList evidence={finding.evidence} />
          </section>
        </div>
        {mayReview && (
          <section className="panel no-print">
            <Title order={2}>{words.standing}</Title>
            <FindingForm
              key={`${id} ${begun.edition}`}
              finding={begun.saved ?? finding}
              onEnd={(saved) => setBegun(({ edition }) => ({ edition: edition + 1, saved }))}
            />
          </section>
        )}
      </div>
      <section className="panel">
        <Title order={2}>{words.comments}</Title>
        <CommentThread projectId={projectId} subject={{ kind: 'finding', id }} field={field} />
      </section>
    </div>
  )
}

function Answer({ finding }: { readonly finding: Finding }): ReactElement {
  const { status, severity, owner, attempts, kind } = finding
  const words = t.findings.one
  return (
    <>
      {words.words[status]} {owner === null ? words.noOwner : words.owner(owner.name)}{' '}
      {attempts !== null && words.seen(t.findings.attempts(attempts.failed, attempts.tried))}
      <div className="finding-badges">
        <SeverityBadge severity={severity} />
        <FindingStatusBadge status={status} />
        <span className="quiet">{t.findings.kinds[kind]}</span>
      </div>
    </>
  )
}

function Origin({
  finding: { projectId, source, evaluationId },
}: {
  readonly finding: Finding
}): ReactElement {
  const words = t.findings.one
  return (
    <p className="quiet finding-origin">
      {words.foundBy(t.findings.sources[source.kind])}
      {source.kind !== 'person' && source.reference !== '' && (
        <>
          {': '}
          <PlainText text={source.reference} />
        </>
      )}
      {evaluationId !== null && (
        <>
          {' · '}
          <ThingLink kind="evaluation" projectId={projectId} id={evaluationId}>
            {words.evaluation}
          </ThingLink>
        </>
      )}
    </p>
  )
}

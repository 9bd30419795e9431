import type { ProjectStanding } from '@assay/contracts/hub'
import { formatDifference, formatRate } from '@assay/core/wording'
import { Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { OpenLink } from '../../components/open-link.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PlainText } from '../../components/plain-text.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { LatestEvaluations, OpenFindings, OpenReviews } from './overview-lists.tsx'
import { VersionsPanel } from './versions-panel.tsx'
import './overview-page.css'

const route = getRouteApi('/in/projects/$projectId/')

/** How one project stands: its versions over time, and what waits. */
export function OverviewPage(): ReactElement {
  const { projectId } = route.useParams()
  const project = useHub('getProject', { projectId })
  const standings = useHub('listStandings')
  const evaluations = useHub('listEvaluations', { projectId, query: { limit: 200 } })
  const standing = standings.data?.items.find((one) => one.project.id === projectId)
  const isEmpty = evaluations.data?.items.every(({ passing }) => passing === null) === true
  return (
    <>
      <PageHeader
        question={t.overview.title(project.data?.name ?? '')}
        answer={standing === undefined ? null : toAnswer(standing)}
      />
      {project.data !== undefined && project.data.description !== '' && (
        <p className="overview-description quiet">
          <PlainText text={project.data.description} />
        </p>
      )}
      <section className="panel overview-main">
        <Title order={2}>{t.overview.versions}</Title>
        <ProblemNote error={evaluations.error} onRetry={() => void evaluations.refetch()} />
        {isEmpty ? (
          <NoEvaluation projectId={projectId} name={project.data?.name ?? projectId} />
        ) : (
          evaluations.error === null && (
            <VersionsPanel projectId={projectId} evaluations={evaluations.data?.items} />
          )
        )}
      </section>
      <div className="overview-grid">
        <LatestEvaluations projectId={projectId} />
        <OpenReviews projectId={projectId} />
        <OpenFindings projectId={projectId} />
      </div>
    </>
  )
}

interface NoEvaluationProps {
  readonly projectId: string
  readonly name: string
}

function NoEvaluation({ projectId, name }: NoEvaluationProps): ReactElement {
  const project = /^[\w.-]+$/.test(name) ? name : projectId
  return (
    <EmptyState
      what={t.overview.noEvaluations}
      action={
        <OpenLink to="/projects/$projectId/evaluations" params={{ projectId }}>
          {t.overview.evaluate}
        </OpenLink>
      }
      example={
        <>
          <p>{t.overview.orCommand}</p>
          <CopyText
            text={t.overview.command(window.location.origin, project)}
            label={t.overview.commandLabel}
          />
        </>
      }
    />
  )
}

function toAnswer({ quality, change, needsPerson }: ProjectStanding): string {
  const { openReviews, failedEvaluations, proposals, waitingLabels } = needsPerson
  const waiting = [
    ...(openReviews > 0 ? [t.home.waiting.openReviews(openReviews)] : []),
    ...(failedEvaluations > 0 ? [t.home.waiting.failedEvaluations(failedEvaluations)] : []),
    ...(proposals > 0 ? [t.home.waiting.proposals(proposals)] : []),
    ...(waitingLabels > 0 ? [t.home.waiting.waitingLabels(waitingLabels)] : []),
  ]
  return [
    quality === null
      ? t.overview.neverEvaluated
      : t.overview.stands(quality.target, quality.version, formatRate(quality.passing)),
    ...(change === null ? [] : [t.overview.change(formatDifference(change))]),
    ...(waiting.length === 0 ? [] : [t.overview.waits(waiting.join(', '))]),
  ].join(' ')
}

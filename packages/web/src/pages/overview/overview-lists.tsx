import type { Evaluation, Finding, Review } from '@assay/contracts/hub'
import { Skeleton, Title } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { OpenLink } from '../../components/open-link.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { RateDot } from '../../components/rate-dot.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import * as t from '../../texts/texts.ts'

interface ListPanelProps<Item> {
  readonly projectId: string
  readonly title: string
  /** Last part of the address of the whole list. */
  readonly path: string
  readonly read: {
    readonly data: { readonly items: readonly Item[] } | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  readonly none: string
  readonly itemKey: (item: Item) => string
  readonly render: (item: Item) => ReactNode
}

/** A short list with the way to the whole one; it loads and fails by itself. */
function ListPanel<Item>(props: ListPanelProps<Item>): ReactElement {
  const { projectId, title, path, read, none, itemKey, render } = props
  const items = read.data?.items
  return (
    <section className="panel">
      <header className="overview-panel-head">
        <Title order={2}>{title}</Title>
        <OpenLink to={`/projects/$projectId/${path}`} params={{ projectId }}>
          {t.overview.all}
        </OpenLink>
      </header>
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {items === undefined && read.error === null && <Skeleton height={96} />}
      {items?.length === 0 && <p className="quiet">{none}</p>}
      <ul className="plain-list overview-list">
        {items?.map((item) => (
          <li key={itemKey(item)}>{render(item)}</li>
        ))}
      </ul>
    </section>
  )
}

interface PanelProps {
  readonly projectId: string
}

export function LatestEvaluations({ projectId }: PanelProps): ReactElement {
  const read = useHub('listEvaluations', { projectId, query: { limit: 5 } })
  return (
    <ListPanel<Evaluation>
      projectId={projectId}
      title={t.overview.latest}
      path="evaluations"
      read={read}
      none={t.overview.neverEvaluated}
      itemKey={({ id }) => id}
      render={({ id, name, status, target, passing, progress, createdAt }) => (
        <>
          <div>
            <ThingLink kind="evaluation" projectId={projectId} id={id}>
              {name}
            </ThingLink>{' '}
            <span className="quiet">
              {t.overview.version(target.version)}
              {' · '}
              <RelativeTime time={createdAt} />
            </span>
          </div>
          {passing === null ? (
            <span className={status === 'failed' ? 'bad' : 'quiet'}>
              {t.overview.status[status]}
              {status === 'running' && ` ${t.overview.progress(progress.done, progress.total)}`}
            </span>
          ) : (
            <RateDot estimate={passing} width={96} />
          )}
        </>
      )}
    />
  )
}

export function OpenReviews({ projectId }: PanelProps): ReactElement {
  const read = useHub('listReviews', { projectId, query: { limit: 5, status: 'open' } })
  return (
    <ListPanel<Review>
      projectId={projectId}
      title={t.overview.reviews}
      path="reviews"
      read={read}
      none={t.overview.noReviews}
      itemKey={({ id }) => id}
      render={({ id, title, target, baseline, decisions, requiredReviewers }) => (
        <>
          <ThingLink kind="review" projectId={projectId} id={id}>
            {title}
          </ThingLink>
          <div className="quiet">
            {t.overview.compares(target.name, target.version, baseline?.version ?? null)}
            {' · '}
            {t.overview.approvals(countApprovals(decisions), requiredReviewers.length)}
          </div>
        </>
      )}
    />
  )
}

/** The last word of each counts. */
function countApprovals(decisions: Review['decisions']): number {
  const last = new Map(decisions.filter(({ outdated }) => !outdated).map((one) => [one.by.id, one.decision]))
  return [...last.values()].filter((decision) => decision === 'approve').length
}

export function OpenFindings({ projectId }: PanelProps): ReactElement {
  const read = useHub('listFindings', { projectId, query: { limit: 5, status: 'open' } })
  return (
    <ListPanel<Finding>
      projectId={projectId}
      title={t.overview.findings}
      path="findings"
      read={read}
      none={t.overview.noFindings}
      itemKey={({ id }) => id}
      render={({ id, title, severity, changedAt }) => (
        <>
          <ThingLink kind="finding" projectId={projectId} id={id}>
            {title}
          </ThingLink>
          <div className="quiet">
            <span className={severity === 'critical' ? 'bad' : ''}>{t.overview.severity[severity]}</span>
            {' · '}
            <RelativeTime time={changedAt} />
          </div>
        </>
      )}
    />
  )
}

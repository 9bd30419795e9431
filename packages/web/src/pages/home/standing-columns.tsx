import type { ProjectStanding } from '@assay/contracts/hub'
import { formatMoney } from '@assay/core/wording'
import type { ReactElement } from 'react'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { DifferenceDot } from '../../components/difference-dot.tsx'
import { OpenLink } from '../../components/open-link.tsx'
import { RateDot } from '../../components/rate-dot.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { Sparkline } from '../../components/sparkline.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import { DifferenceText } from '../../components/verdict.tsx'
import * as t from '../../texts/texts.ts'
import { countWaiting } from './count-waiting.ts'

interface CellProps {
  readonly standing: ProjectStanding
}

export const standingColumns: readonly DataColumn<ProjectStanding>[] = [
  {
    id: 'name',
    title: t.home.project,
    width: 'minmax(0, 1.3fr)',
    sortBy: ({ project }) => project.name.toLowerCase(),
    cell: (standing) => <NameCell standing={standing} />,
  },
  {
    id: 'needs',
    title: t.home.needs,
    width: 'minmax(84px, 1.2fr)',
    sortBy: countWaiting,
    cell: (standing) => <NeedsCell standing={standing} />,
  },
  {
    id: 'quality',
    title: t.home.quality,
    width: 'minmax(0, 1.7fr)',
    sortBy: ({ quality }) => quality?.passing.value ?? null,
    cell: (standing) => <QualityCell standing={standing} />,
  },
  {
    id: 'change',
    title: t.home.change,
    width: 'minmax(0, 1.6fr)',
    sortBy: ({ change }) => change?.difference ?? null,
    cell: (standing) => <ChangeCell standing={standing} />,
  },
  {
    id: 'findings',
    title: t.home.findings,
    width: 'minmax(88px, 0.8fr)',
    sortBy: ({ openFindings: { critical, major, minor } }) => critical * 1e6 + major * 1e3 + minor,
    cell: (standing) => <FindingsCell standing={standing} />,
  },
  {
    id: 'cost',
    title: t.home.cost,
    width: 'minmax(92px, 0.6fr)',
    align: 'end',
    sortBy: ({ costUsd }) => costUsd,
    cell: ({ costUsd }) => <span className={costUsd === null ? 'quiet' : ''}>{formatMoney(costUsd)}</span>,
  },
  {
    id: 'changed',
    title: t.home.lastChange,
    width: 'minmax(96px, 0.7fr)',
    align: 'end',
    sortBy: ({ lastChangeAt }) => lastChangeAt,
    cell: ({ lastChangeAt }) => <RelativeTime time={lastChangeAt} />,
  },
]

function NameCell({ standing: { project } }: CellProps): ReactElement {
  return (
    <>
      <TextLink to="/projects/$projectId" params={{ projectId: project.id }}>
        {project.name}
      </TextLink>
      <div className="quiet">
        {project.archivedAt === null ? t.projects.riskClasses[project.riskClass] : t.home.archived}
      </div>
    </>
  )
}

/** What waits, and the page on which it is done. */
const waiting = [
  { field: 'openReviews', path: 'reviews', search: { status: 'open' } },
  { field: 'failedEvaluations', path: 'evaluations', search: { status: 'failed' } },
  { field: 'proposals', path: 'test-sets', search: {} },
  { field: 'waitingLabels', path: 'annotation', search: {} },
] as const

function NeedsCell({ standing: { project, needsPerson } }: CellProps): ReactElement {
  const things = waiting.filter(({ field }) => needsPerson[field] > 0)
  if (things.length === 0) return <span className="quiet">{t.home.nothing}</span>
  return (
    <ul className="plain-list">
      {things.map(({ field, path, search }) => (
        <li key={field}>
          <OpenLink to={`/projects/$projectId/${path}`} params={{ projectId: project.id }} search={search}>
            {t.home.waiting[field](needsPerson[field])}
          </OpenLink>
        </li>
      ))}
    </ul>
  )
}

function QualityCell({ standing: { project, quality } }: CellProps): ReactElement {
  if (quality === null) return <span className="quiet">{t.home.neverEvaluated}</span>
  const points = [...quality.history.map((value) => ({ value })), quality.passing]
  return (
    <div className="standing-quality">
      <RateDot estimate={quality.passing} width={96} />
      <div className="standing-quality-version">
        <ThingLink kind="evaluation" projectId={project.id} id={quality.evaluationId}>
          {t.home.version(quality.target, quality.version)}
        </ThingLink>
        {quality.history.length > 0 && (
          <Sparkline points={points} label={t.home.history(quality.history.length)} width={72} height={20} />
        )}
      </div>
    </div>
  )
}

function ChangeCell({ standing: { change } }: CellProps): ReactElement {
  if (change === null) return <span className="quiet">{t.home.nothingToCompare}</span>
  return (
    <>
      <DifferenceDot difference={change} width={96} />
      <div>
        <DifferenceText difference={change} />
      </div>
    </>
  )
}

function FindingsCell({ standing: { project, openFindings } }: CellProps): ReactElement {
  const { critical, major, minor } = openFindings
  const parts = [
    ...(critical > 0 ? [t.home.critical(critical)] : []),
    ...(major > 0 ? [t.home.major(major)] : []),
    ...(minor > 0 ? [t.home.minor(minor)] : []),
  ]
  if (parts.length === 0) return <span className="quiet">{t.home.noFindings}</span>
  return (
    <OpenLink
      to="/projects/$projectId/findings"
      params={{ projectId: project.id }}
      search={{ status: 'open' }}
    >
      {parts.join(', ')}
    </OpenLink>
  )
}

import type { Finding } from '@assay/contracts/hub'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { FindingStatusBadge, SeverityBadge } from './finding-badges.tsx'

const words = t.findings.list

export const findingColumns: readonly DataColumn<Finding>[] = [
  {
    id: 'title',
    title: words.name,
    width: 'minmax(0, 2.4fr)',
    cell: ({ id, projectId, title, kind }) => (
      <>
        <TextLink to="/projects/$projectId/findings/$findingId" params={{ projectId, findingId: id }}>
          {title}
        </TextLink>
        <div className="quiet">{t.findings.kinds[kind]}</div>
      </>
    ),
  },
  {
    id: 'severity',
    title: words.severity,
    width: '96px',
    cell: ({ severity }) => <SeverityBadge severity={severity} />,
  },
  {
    id: 'status',
    title: words.status,
    width: 'minmax(120px, 0.8fr)',
    cell: ({ status }) => <FindingStatusBadge status={status} />,
  },
  {
    id: 'owner',
    title: words.owner,
    width: 'minmax(96px, 1fr)',
    cell: ({ owner }) => (owner === null ? <span className="quiet">{words.nobody}</span> : owner.name),
  },
  {
    id: 'attempts',
    title: words.attempts,
    width: 'minmax(96px, 0.8fr)',
    cell: ({ attempts }) => (attempts === null ? null : t.findings.attempts(attempts.failed, attempts.tried)),
  },
  {
    id: 'source',
    title: words.source,
    width: 'minmax(88px, 0.7fr)',
    cell: ({ source }) => t.findings.sources[source.kind],
  },
  {
    id: 'changed',
    title: words.changed,
    width: 'minmax(96px, 0.7fr)',
    cell: ({ changedAt }) => <RelativeTime time={changedAt} />,
  },
]

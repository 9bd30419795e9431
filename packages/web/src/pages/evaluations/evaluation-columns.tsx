import type { Evaluation } from '@assay/contracts/hub'
import { formatMoney } from '@assay/core/wording'
import type { ReactElement } from 'react'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { RateDot } from '../../components/rate-dot.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import { TonedBadge, type Tone } from '../../components/toned-badge.tsx'
import * as t from '../../texts/texts.ts'

const words = t.evaluations.list

export const evaluationColumns: readonly DataColumn<Evaluation>[] = [
  {
    id: 'name',
    title: words.name,
    width: 'minmax(0, 1.4fr)',
    cell: ({ id, projectId, name, origin }) => (
      <>
        <TextLink
          to="/projects/$projectId/evaluations/$evaluationId"
          params={{ projectId, evaluationId: id }}
        >
          {name}
        </TextLink>
        <div className="quiet">{t.evaluations.origin[origin]}</div>
      </>
    ),
  },
  {
    id: 'target',
    title: words.target,
    width: 'minmax(0, 1.2fr)',
    cell: ({ target }) => (
      <>
        {target.name}
        {target.version !== null && <div className="quiet">{t.evaluations.version(target.version)}</div>}
      </>
    ),
  },
  {
    id: 'testSet',
    title: words.testSet,
    width: 'minmax(0, 1.4fr)',
    cell: ({ testSet }) => (
      <>
        {testSet.pins.length === 0
          ? testSet.name
          : testSet.pins
              .map(({ name, version }) => `${name} ${t.evaluations.version(String(version))}`)
              .join(', ')}
        <div className="quiet">{t.evaluations.one.cases(testSet.cases)}</div>
      </>
    ),
  },
  {
    id: 'status',
    title: words.status,
    width: 'minmax(112px, 1fr)',
    cell: (evaluation) => <StatusCell evaluation={evaluation} />,
  },
  {
    id: 'passing',
    title: words.passing,
    width: 'minmax(152px, 1.3fr)',
    cell: ({ passing }) => (passing === null ? null : <RateDot estimate={passing} width={112} />),
  },
  {
    id: 'judge',
    title: words.judge,
    width: 'minmax(72px, 0.6fr)',
    isHiddenAtFirst: true,
    cell: ({ judge }) => judge.id,
  },
  {
    id: 'cost',
    title: words.cost,
    width: '88px',
    align: 'end',
    isHiddenAtFirst: true,
    cell: ({ costUsd }) => formatMoney(costUsd),
  },
  {
    id: 'when',
    title: words.when,
    width: 'minmax(128px, 0.8fr)',
    cell: ({ createdAt, createdBy }) => (
      <>
        <RelativeTime time={createdAt} />
        <div className="quiet">{createdBy.name}</div>
      </>
    ),
  },
]

const tones: Readonly<Record<Evaluation['status'], Tone>> = {
  queued: 'quiet',
  running: 'quiet',
  pending: 'quiet',
  stopped: 'unsure',
  finished: 'good',
  failed: 'bad',
}

function StatusCell({ evaluation }: { readonly evaluation: Evaluation }): ReactElement {
  const { status, progress, archivedAt } = evaluation
  const isOpen = status !== 'finished'
  return (
    <>
      <TonedBadge tone={tones[status]}>{t.evaluations.status[status]}</TonedBadge>
      {isOpen && progress.total > 0 && (
        <div className="quiet">
          {[
            t.evaluations.progress(progress.done, progress.total),
            ...(progress.errors > 0 ? [t.evaluations.errors(progress.errors)] : []),
          ].join(', ')}
        </div>
      )}
      {archivedAt !== null && <div className="quiet">{t.evaluations.do.isArchived}</div>}
    </>
  )
}

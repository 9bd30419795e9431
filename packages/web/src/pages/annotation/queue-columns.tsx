import type { AnnotationQueue } from '@assay/contracts/hub'
import { joinWords } from '@assay/core/wording'
import type { DataColumn } from '../../components/data-table/data-column.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { describeScore } from './describe-score.ts'
import { LabelProgress } from './label-progress.tsx'

const words = t.annotation.list

export const queueColumns: readonly DataColumn<AnnotationQueue>[] = [
  {
    id: 'name',
    title: words.name,
    width: 'minmax(0, 1.6fr)',
    cell: ({ id, projectId, name, blind }) => (
      <>
        <TextLink to="/projects/$projectId/annotation/$queueId" params={{ projectId, queueId: id }}>
          {name}
        </TextLink>
        <div className="quiet">{blind ? words.blind : words.open}</div>
      </>
    ),
  },
  {
    id: 'progress',
    title: words.progress,
    width: 'minmax(136px, 1fr)',
    cell: ({ labelled, rows, labelsPerRow }) => (
      <>
        <LabelProgress labelled={labelled} rows={rows} />
        {labelsPerRow > 1 && <div className="quiet">{words.perRow(labelsPerRow)}</div>}
      </>
    ),
  },
  {
    id: 'settle',
    title: words.settle,
    width: '88px',
    align: 'end',
    cell: ({ id, projectId, toAdjudicate }) =>
      toAdjudicate === 0 ? (
        <span className="quiet">{words.noneToSettle}</span>
      ) : (
        <TextLink
          to="/projects/$projectId/annotation/$queueId"
          params={{ projectId, queueId: id }}
          search={{ settle: true }}
        >
          {toAdjudicate}
        </TextLink>
      ),
  },
  {
    id: 'agreement',
    title: words.agreement,
    width: 'minmax(136px, 1fr)',
    cell: ({ agreement }) =>
      agreement === null ? (
        <span className="quiet">{words.noAgreement}</span>
      ) : (
        describeScore(agreement.alpha, t.annotation.queue.alike)
      ),
  },
  {
    id: 'labellers',
    title: words.labellers,
    width: 'minmax(112px, 1fr)',
    cell: ({ labellers }) =>
      labellers.length === 0 ? (
        <span className="quiet">{words.anybody}</span>
      ) : (
        joinWords(labellers.map(({ name }) => name))
      ),
  },
  {
    id: 'made',
    title: words.made,
    width: 'minmax(104px, 0.8fr)',
    cell: ({ createdAt, createdBy }) => (
      <>
        <RelativeTime time={createdAt} />
        <div className="quiet">{createdBy.name}</div>
      </>
    ),
  },
]

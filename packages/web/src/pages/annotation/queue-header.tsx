import type { AnnotationQueue } from '@assay/contracts/hub'
import type { ReactElement } from 'react'
import { PageHeader } from '../../components/page-header.tsx'
import { ButtonLink, TextLink } from '../../components/router-links.tsx'
import { ThingLink } from '../../components/thing-link.tsx'
import * as t from '../../texts/texts.ts'
import { LabelProgress } from './label-progress.tsx'

interface QueueHeaderProps {
  readonly queue: AnnotationQueue
  readonly isSettling: boolean
  /** `null`: not counted yet. */
  readonly left: number | null
  readonly isDone: boolean
}

/** The question of the row, how far the queue is, and the way between labelling and settling. */
export function QueueHeader({ queue, isSettling, left, isDone }: QueueHeaderProps): ReactElement {
  const { projectId, id: queueId, name, evaluationId, labelled, rows, toAdjudicate } = queue
  const words = t.annotation.queue
  return (
    <PageHeader
      question={isDone ? words.titleDone : isSettling ? words.titleSettle : words.title}
      answer={
        left === null ? null : (
          <>
            <LabelProgress labelled={labelled} rows={rows} isAlone />
            <span className="quiet">{isSettling ? words.leftToSettle(left) : words.left(left)}</span>
          </>
        )
      }
      above={
        <>
          <TextLink to="/projects/$projectId/annotation" params={{ projectId }}>
            {words.all}
          </TextLink>
          {` › ${name} · `}
          <ThingLink kind="evaluation" projectId={projectId} id={evaluationId}>
            {t.annotation.list.evaluation}
          </ThingLink>
        </>
      }
      actions={
        isSettling ? (
          <ButtonLink
            to="/projects/$projectId/annotation/$queueId"
            params={{ projectId, queueId }}
            search={{}}
            variant="default"
          >
            {words.backToLabels}
          </ButtonLink>
        ) : toAdjudicate > 0 ? (
          <ButtonLink
            to="/projects/$projectId/annotation/$queueId"
            params={{ projectId, queueId }}
            search={{ settle: true }}
            variant="default"
            title={words.settleThem}
          >
            {words.settle(toAdjudicate)}
          </ButtonLink>
        ) : undefined
      }
    />
  )
}

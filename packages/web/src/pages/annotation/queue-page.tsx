import type { AnnotationQueue } from '@assay/contracts/hub'
import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { QueueWork } from './queue-work.tsx'

const route = getRouteApi('/in/projects/$projectId/annotation/$queueId')

/** Answers to label, one at a time. */
export function QueuePage(): ReactElement {
  const { projectId, queueId } = route.useParams()
  const { settle = false } = route.useSearch()
  const read = useHub('getQueue', { projectId, queueId })
  const queue: AnnotationQueue | undefined = read.data
  if (queue !== undefined) return <QueueWork key={`${queueId} ${settle}`} queue={queue} isSettling={settle} />
  return (
    <>
      <PageHeader question={t.annotation.queue.title} answer={read.error === null ? null : undefined} />
      <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      {read.error === null && <Skeleton height={320} />}
    </>
  )
}

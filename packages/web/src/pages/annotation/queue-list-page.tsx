import type { AnnotationQueue } from '@assay/contracts/hub'
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import * as t from '../../texts/texts.ts'
import { DrawQueue } from './draw-queue.tsx'
import { queueColumns } from './queue-columns.tsx'

const route = getRouteApi('/in/projects/$projectId/annotation')

/** The annotation queues of a project; one can be drawn. */
export function QueueListPage(): ReactElement {
  const { projectId } = route.useParams()
  const { draw = false, evaluationId } = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useProjectRight(projectId, 'edit')
  const source = useHubPages('listQueues', { projectId, query: { limit: 100 } })
  const words = t.annotation.list
  const open = mayEdit ? (
    <Button onClick={() => void navigate({ search: { draw: true } })}>{words.draw}</Button>
  ) : undefined
  return (
    <>
      <PageHeader
        question={words.title}
        answer={source.isLoading ? null : source.hasMore ? undefined : toAnswer(source.rows)}
        actions={open}
      />
      <DataTable
        name="queues"
        label={words.table}
        counted={words.counted}
        source={source}
        columns={queueColumns}
        rowKey={({ id }) => id}
        rowHeight={60}
        empty={
          <EmptyState
            what={words.empty}
            {...(open === undefined ? {} : { action: open })}
            example={words.example}
          />
        }
      />
      {draw && mayEdit && (
        <DrawQueue
          projectId={projectId}
          evaluationId={evaluationId}
          onClose={() => void navigate({ search: {}, replace: true })}
        />
      )}
    </>
  )
}

function toAnswer(queues: readonly AnnotationQueue[]): string {
  if (queues.length === 0) return t.annotation.list.none
  const left = queues.reduce((sum, { rows, labelled }) => sum + rows - labelled, 0)
  const settle = queues.reduce((sum, { toAdjudicate }) => sum + toAdjudicate, 0)
  return t.annotation.list.answer(left, settle)
}

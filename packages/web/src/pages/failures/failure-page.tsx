import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useHub } from '../../api/use-hub.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import * as t from '../../texts/texts.ts'
import { CategoryPanel } from './category-panel.tsx'
import { largestCategory } from './category-counts.ts'
import { NoteTable } from './note-table.tsx'
import './failure-page.css'

const route = getRouteApi('/in/projects/$projectId/failures')

/** How the answers fail: what people noted, sorted into categories, counted over versions. */
export function FailurePage(): ReactElement {
  const { projectId } = route.useParams()
  const { evaluationId, categoryId, unsorted } = route.useSearch()
  const categories = useHub('listCategories', { projectId })
  const source = useHubPages('listFailureNotes', {
    projectId,
    query: { evaluationId, categoryId, limit: 500 },
  })
  const items = categories.data?.items
  const isFiltered = evaluationId !== undefined || categoryId !== undefined || unsorted === true
  const isKnown = items !== undefined && !source.isLoading
  const loose = source.rows.filter((note) => note.categoryId === null).length
  return (
    <div className="failure-page">
      <PageHeader
        question={t.failures.title}
        answer={
          isKnown
            ? isFiltered || source.hasMore
              ? undefined
              : toAnswer(source.rows.length, loose, items)
            : null
        }
      />
      <ProblemNote error={categories.error} onRetry={() => void categories.refetch()} />
      {items === undefined && categories.error === null && <Skeleton height={120} />}
      {items !== undefined && <CategoryPanel projectId={projectId} categories={items} />}
      <NoteTable projectId={projectId} source={source} categories={items ?? []} isFiltered={isFiltered} />
    </div>
  )
}

function toAnswer(notes: number, loose: number, categories: Parameters<typeof largestCategory>[0]): string {
  if (notes === 0) return t.failures.none
  const largest = largestCategory(categories)
  const words =
    largest === null
      ? null
      : t.failures.largest(
          largest.name,
          largest.cases,
          t.failures.categories.version(largest.in.version ?? '?'),
        )
  return t.failures.answer(t.failures.notes(notes), words, loose)
}

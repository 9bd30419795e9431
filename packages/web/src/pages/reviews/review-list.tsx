import { reviewStatusSchema, type Review } from '@assay/contracts/hub'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useMe, useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ButtonLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'
import { reviewColumns } from './review-columns.tsx'
import { waitsForPerson } from './who-decides.ts'

const route = getRouteApi('/in/projects/$projectId/reviews')

/** The release reviews of a project, newest first. */
export function ReviewList({ views }: { readonly views: ReactNode }): ReactElement {
  const { projectId } = route.useParams()
  const { status, targetId } = route.useSearch()
  const navigate = route.useNavigate()
  const me = useMe()
  const mayRun = useProjectRight(projectId, 'run')
  const source = useHubPages('listReviews', { projectId, query: { status, targetId } })
  const columns = useMemo(() => reviewColumns(me.id), [me.id])
  const words = t.reviews.list
  const isFiltered = status !== undefined || targetId !== undefined
  const open = mayRun ? (
    <ButtonLink to="/projects/$projectId/reviews/new" params={{ projectId }}>
      {words.open}
    </ButtonLink>
  ) : undefined
  return (
    <>
      <PageHeader
        question={words.title}
        answer={
          source.isLoading ? null : isFiltered || source.hasMore ? undefined : toAnswer(source.rows, me.id)
        }
        actions={open}
      />
      {views}
      <DataTable
        name="reviews"
        label={words.table}
        counted={words.counted}
        source={source}
        columns={columns}
        rowKey={({ id }) => id}
        rowHeight={60}
        isFiltered={isFiltered}
        onClearFilter={() => void navigate({ search: {}, replace: true })}
        filters={<ReviewFilter projectId={projectId} />}
        empty={
          <EmptyState
            what={words.empty}
            {...(open === undefined ? {} : { action: open })}
            example={words.example}
          />
        }
      />
    </>
  )
}

function toAnswer(reviews: readonly Review[], me: string): string {
  if (reviews.length === 0) return t.reviews.list.none
  const undecided = reviews.filter(({ status }) => status === 'open' || status === 'evaluating')
  return t.reviews.list.answer(
    undecided.length,
    undecided.filter((review) => waitsForPerson(review, me)).length,
  )
}

/** By status and target, in the address. */
function ReviewFilter({ projectId }: { readonly projectId: string }): ReactElement {
  const { status, targetId } = route.useSearch()
  const navigate = route.useNavigate()
  const targets = useHub('listDocuments', { projectId, query: { kind: 'target', limit: 500 } })
  const words = t.reviews.list
  return (
    <FilterBar
      filters={[
        {
          kind: 'choice',
          name: 'status',
          label: words.status,
          options: reviewStatusSchema.options.map((value) => ({
            value,
            label: t.reviews.status[value],
          })),
        },
        {
          kind: 'choice',
          name: 'targetId',
          label: words.target,
          options: (targets.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      values={{ status, targetId }}
      onChange={(change) =>
        void navigate({
          search: (before) => ({
            ...before,
            ...('targetId' in change ? { targetId: change['targetId'] } : {}),
            ...('status' in change
              ? { status: reviewStatusSchema.optional().catch(undefined).parse(change['status']) }
              : {}),
          }),
          replace: true,
        })
      }
    />
  )
}

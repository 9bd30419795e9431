import { evaluationStatusSchema } from '@assay/contracts/hub'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { FilterBar } from '../../components/filter-bar.tsx'
import * as t from '../../texts/texts.ts'

const route = getRouteApi('/in/projects/$projectId/evaluations')

/** By what and when it was evaluated, and how it stands. */
export function EvaluationFilters({ projectId }: { readonly projectId: string }): ReactElement {
  const { name, targetId, testSetId, status, from, to, archived } = route.useSearch()
  const navigate = route.useNavigate()
  const targets = useHub('listDocuments', { projectId, query: { kind: 'target', limit: 500 } })
  const sets = useHub('listTestSets', { projectId, query: { limit: 500 } })
  const words = t.evaluations.list
  const toOptions = (items: readonly { readonly id: string; readonly name: string }[] | undefined) =>
    (items ?? []).map((item) => ({ value: item.id, label: item.name }))
  return (
    <FilterBar
      filters={[
        { kind: 'text', name: 'name', label: words.filterName },
        { kind: 'choice', name: 'targetId', label: words.target, options: toOptions(targets.data?.items) },
        { kind: 'choice', name: 'testSetId', label: words.testSet, options: toOptions(sets.data?.items) },
        {
          kind: 'choice',
          name: 'status',
          label: words.status,
          options: evaluationStatusSchema.options.map((value) => ({
            value,
            label: t.evaluations.status[value],
          })),
        },
        { kind: 'day', name: 'from', label: words.from },
        { kind: 'day', name: 'to', label: words.to },
        {
          kind: 'choice',
          name: 'archived',
          label: words.archived,
          options: [{ value: 'true', label: words.archivedOnly }],
        },
      ]}
      values={{
        name,
        targetId,
        testSetId,
        status,
        from,
        to,
        archived: archived === true ? 'true' : undefined,
      }}
      onChange={(change) =>
        void navigate({
          search: (before) => ({
            ...before,
            ...change,
            status: 'status' in change ? toStatus(change['status']) : before.status,
            archived: 'archived' in change ? change['archived'] === 'true' || undefined : before.archived,
          }),
          replace: true,
        })
      }
    />
  )
}

const toStatus = (value: string | undefined) =>
  evaluationStatusSchema.options.find((known) => known === value)

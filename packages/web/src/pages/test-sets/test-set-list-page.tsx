import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import { useHubPages } from '../../api/use-hub-pages.ts'
import { useProjectRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import * as t from '../../texts/texts.ts'
import { NewTestSet } from './new-test-set.tsx'
import { testSetColumns } from './test-set-columns.tsx'

const route = getRouteApi('/in/projects/$projectId/test-sets')

/** The test sets of a project. */
export function TestSetListPage(): ReactElement {
  const { projectId } = route.useParams()
  const { name, archived, sort } = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useProjectRight(projectId, 'edit')
  const [isMaking, making] = useDisclosure(false)
  const isArchived = archived === 'yes'
  const source = useHubPages('listTestSets', {
    projectId,
    query: { limit: 200, name, archived: String(isArchived) },
  })
  const columns = useMemo(() => testSetColumns(projectId, mayEdit), [projectId, mayEdit])
  const make = mayEdit ? <Button onClick={making.open}>{t.testSets.make}</Button> : undefined
  const sum = (status: 'active' | 'draft') =>
    source.rows.reduce((total, { cases }) => total + cases[status], 0)
  const answer = isArchived
    ? t.testSets.listAnswerArchived(source.rows.length)
    : t.testSets.listAnswer(source.rows.length, sum('active'), sum('draft'))
  return (
    <>
      <PageHeader
        question={t.testSets.listTitle}
        answer={source.isLoading || source.hasMore ? null : answer}
        actions={make}
      />
      <DataTable
        name="test-sets"
        label={t.testSets.table}
        counted={t.testSets.counted}
        source={source}
        columns={columns}
        rowKey={({ id }) => id}
        rowHeight={60}
        sort={sort}
        onSort={(next) => void navigate({ search: (before) => ({ ...before, sort: next }), replace: true })}
        filters={
          <FilterBar
            filters={filters}
            values={{ name, archived }}
            onChange={(change) =>
              void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
            }
          />
        }
        isFiltered={name !== undefined}
        onClearFilter={() => void navigate({ search: {}, replace: true })}
        empty={<NoTestSet isArchived={isArchived} action={make} />}
      />
      {isMaking && <NewTestSet projectId={projectId} onClose={making.close} />}
    </>
  )
}

interface NoTestSetProps {
  readonly isArchived: boolean
  readonly action: ReactNode
}

function NoTestSet({ isArchived, action }: NoTestSetProps): ReactElement {
  if (isArchived) return <EmptyState what={t.testSets.emptyArchived} />
  return (
    <EmptyState
      what={t.testSets.empty}
      {...(action !== undefined && { action })}
      example={t.testSets.emptyExample}
    />
  )
}

const filters = [
  { kind: 'text', name: 'name', label: t.testSets.name },
  {
    kind: 'choice',
    name: 'archived',
    label: t.testSets.show,
    options: [{ value: 'yes', label: t.testSets.archivedOnly }],
  },
] as const

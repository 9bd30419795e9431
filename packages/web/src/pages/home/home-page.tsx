import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, type ReactElement } from 'react'
import { useHub } from '../../api/use-hub.ts'
import { useOrganisationRight } from '../../api/use-me.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { toWholeList } from '../../components/data-table/to-whole-list.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import * as t from '../../texts/texts.ts'
import { byWaiting, countWaiting } from './count-waiting.ts'
import { NewProject } from './new-project.tsx'
import { standingColumns } from './standing-columns.tsx'
import './home-page.css'

const route = getRouteApi('/in/')

/** All projects, first those in which something waits for a person. */
export function HomePage(): ReactElement {
  const { sort } = route.useSearch()
  const navigate = route.useNavigate()
  const [isCreating, creating] = useDisclosure(false)
  const mayCreate = useOrganisationRight('edit')
  const standings = useHub('listStandings')
  const items = standings.data?.items
  const sorted = useMemo(() => items && { items: items.toSorted(byWaiting) }, [items])
  return (
    <>
      <PageHeader
        question={t.home.title}
        answer={items === undefined ? null : toAnswer(items)}
        actions={
          mayCreate && items?.length !== 0 ? (
            <Button variant="default" onClick={creating.open}>
              {t.home.create}
            </Button>
          ) : undefined
        }
      />
      {items?.length === 0 ? (
        <NoProject onCreate={mayCreate ? creating.open : null} />
      ) : (
        <DataTable
          name="standings"
          label={t.home.table}
          counted={t.home.counted}
          source={toWholeList({ ...standings, data: sorted })}
          columns={standingColumns}
          rowKey={({ project }) => project.id}
          rowHeight={76}
          sort={sort}
          onSort={(next) => void navigate({ search: { sort: next }, replace: true })}
          empty={null}
        />
      )}
      <NewProject isOpen={isCreating} onClose={creating.close} />
    </>
  )
}

type Standings = readonly Parameters<typeof countWaiting>[0][]

function toAnswer(standings: Standings): string {
  if (standings.length === 0) return t.home.noProjects
  const counts = standings.map(countWaiting)
  const things = counts.reduce((sum, count) => sum + count, 0)
  return t.home.answer(things, counts.filter((count) => count > 0).length, standings.length)
}

function NoProject({ onCreate }: { readonly onCreate: (() => void) | null }): ReactElement {
  if (onCreate === null) return <EmptyState what={t.home.emptyGuest} />
  return (
    <EmptyState
      what={t.home.empty}
      action={<Button onClick={onCreate}>{t.home.createFirst}</Button>}
      example={t.home.example}
    />
  )
}

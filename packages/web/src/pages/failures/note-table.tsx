import type { FailureCategory, FailureNote } from '@assay/contracts/hub'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState, type ReactElement } from 'react'
import { useProjectRight } from '../../api/use-me.ts'
import type { DataSource } from '../../components/data-table/data-table-props.ts'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import * as t from '../../texts/texts.ts'
import { countedEvaluations } from './category-counts.ts'
import { MoveNotes } from './move-notes.tsx'
import { noteColumns } from './note-columns.tsx'

const route = getRouteApi('/in/projects/$projectId/failures')

interface NoteTableProps {
  readonly projectId: string
  readonly source: DataSource<FailureNote>
  readonly categories: readonly FailureCategory[]
  readonly isFiltered: boolean
}

/** In the filter: notes that are in no category. */
const inNone = 'none'

/** What people noted, newest first; several at once are moved into a category. */
export function NoteTable({ projectId, source, categories, isFiltered }: NoteTableProps): ReactElement {
  const { unsorted = false } = route.useSearch()
  const navigate = route.useNavigate()
  const mayReview = useProjectRight(projectId, 'review')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(() => noteColumns(projectId, categories), [projectId, categories])
  const shown = useMemo(() => (unsorted ? onlyLoose(source) : source), [unsorted, source])
  const words = t.failures
  return (
    <DataTable
      name="failure-notes"
      label={words.table.label}
      counted={words.table.counted}
      source={shown}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ text }) => text.slice(0, 60)}
      rowHeight={60}
      isFiltered={isFiltered}
      onClearFilter={() => void navigate({ search: {}, replace: true })}
      filters={<NoteFilter categories={categories} />}
      {...(mayReview
        ? {
            selected,
            onSelect: setSelected,
            bulkActions: (
              <MoveNotes
                projectId={projectId}
                notes={source.rows.filter(({ id }) => selected.has(id))}
                categories={categories}
                onMoved={() => setSelected(new Set())}
              />
            ),
          }
        : {})}
      empty={<EmptyState what={words.empty} example={words.example} />}
    />
  )
}

/** By category and by evaluation, in the address. */
function NoteFilter({ categories }: Pick<NoteTableProps, 'categories'>): ReactElement {
  const { evaluationId, categoryId, unsorted = false } = route.useSearch()
  const navigate = route.useNavigate()
  const words = t.failures
  return (
    <FilterBar
      filters={[
        {
          kind: 'choice',
          name: 'category',
          label: words.table.category,
          options: [
            { value: inNone, label: words.categories.unsorted },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          kind: 'choice',
          name: 'evaluationId',
          label: words.table.evaluation,
          options: countedEvaluations(categories).map((counted) => ({
            value: counted.evaluationId,
            label: words.categories.version(counted.version ?? '?'),
          })),
        },
      ]}
      values={{ category: unsorted ? inNone : categoryId, evaluationId }}
      onChange={(change) =>
        void navigate({ search: (before) => ({ ...before, ...toSearch(change) }), replace: true })
      }
    />
  )
}

function toSearch(change: Readonly<Record<string, string | undefined>>) {
  const category = change['category']
  return {
    ...('category' in change
      ? {
          categoryId: category === inNone ? undefined : category,
          unsorted: category === inNone || undefined,
        }
      : {}),
    ...('evaluationId' in change ? { evaluationId: change['evaluationId'] } : {}),
  }
}

/** The hub filters by a category, not by none: of what is loaded. */
function onlyLoose(source: DataSource<FailureNote>): DataSource<FailureNote> {
  const rows = source.rows.filter(({ categoryId }) => categoryId === null)
  return { ...source, rows, total: source.hasMore ? undefined : rows.length }
}

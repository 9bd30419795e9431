import type { Comparison, Flip } from '@assay/contracts'
import { Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, type ReactElement } from 'react'
import { DataTable } from '../../components/data-table/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import * as t from '../../texts/texts.ts'
import { FlipSides } from './flip-sides.tsx'
import { toFlipColumns } from './flip-columns.tsx'

const route = getRouteApi('/in/projects/$projectId/comparisons')

interface FlipsSectionProps {
  readonly projectId: string
  readonly comparison: Comparison
}

const order = ['lost', 'gained', 'changed'] as const

/** The cases with another outcome, the lost first; one of them with both its sides. */
export function FlipsSection({ projectId, comparison }: FlipsSectionProps): ReactElement {
  const { a, b, flips } = comparison
  const { change, type, case: caseId } = route.useSearch()
  const navigate = route.useNavigate()
  const sorted = useMemo(
    () => flips.toSorted((x, y) => order.indexOf(x.change) - order.indexOf(y.change)),
    [flips],
  )
  const rows = useMemo(
    () =>
      sorted.filter(
        (flip) =>
          (change === undefined || flip.change === change) && (type === undefined || flip.type === type),
      ),
    [sorted, change, type],
  )
  const columns = useMemo(() => toFlipColumns(), [])
  const count = (kind: Flip['change']) => flips.filter((flip) => flip.change === kind).length
  const set = (to: { change?: Flip['change'] | undefined; type?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false })
  return (
    <section className="comparison-part" id="flips" aria-labelledby="flips-title">
      <Title order={2} id="flips-title">
        {t.comparisons.flips}
      </Title>
      <p className="comparison-reading">
        {t.comparisons.flipsReading(count('lost'), count('gained'), count('changed'))}
      </p>
      {caseId !== undefined && (
        <FlipSides key={caseId} projectId={projectId} a={a.id} b={b.id} caseId={caseId} />
      )}
      <DataTable
        name="flips"
        label={t.comparisons.flipsTable}
        counted={t.comparisons.flipCounted}
        source={{ ...whole, rows, total: rows.length }}
        columns={columns}
        rowKey={(flip) => flip.caseId}
        rowName={({ question }) => question}
        isFiltered={change !== undefined || type !== undefined}
        onClearFilter={() => set({ change: undefined, type: undefined })}
        filters={
          <FilterBar
            filters={toFilters(flips)}
            values={{ change, type }}
            onChange={(next) =>
              set({
                ...('change' in next ? { change: order.find((kind) => kind === next['change']) } : {}),
                ...('type' in next ? { type: next['type'] } : {}),
              })
            }
          />
        }
        empty={<p className="quiet">{t.comparisons.noFlips}</p>}
      />
    </section>
  )
}

const whole = {
  isLoading: false,
  isOutdated: false,
  error: null,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
  retry: () => undefined,
}

function toFilters(flips: readonly Flip[]) {
  const types = [...new Set(flips.map(({ type }) => type))].toSorted()
  return [
    {
      kind: 'choice',
      name: 'change',
      label: t.comparisons.change,
      options: order.map((value) => ({ value, label: t.comparisons.changes[value] })),
    },
    {
      kind: 'choice',
      name: 'type',
      label: t.comparisons.type,
      options: types.map((value) => ({ value, label: value })),
    },
  ] as const
}

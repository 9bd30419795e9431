import type { ReactElement, ReactNode } from 'react'
import * as t from '../../texts/texts.ts'
import { ProblemNote } from '../problem-note.tsx'
import type { DataTableProps } from './data-table-props.ts'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableBody } from './data-table-body.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'
import { DataTableTools } from './data-table-tools.tsx'
import { useTableModel } from './use-table-model.ts'
import './data-table.css'

const none: ReadonlySet<string> = new Set()

/** A list of any length: only what is in sight is drawn, counts stay visible, keys walk through it. */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactElement {
  const { source, selected = none, onSelect, rowKey } = props
  const model = useTableModel({ ...props, rows: source.rows, selected })
  const toggle = onSelect && ((row: Row) => onSelect(toggled(selected, rowKey(row))))
  const widths = model.columns.map(({ width }) => width ?? 'minmax(0, 1fr)')
  const style = { '--columns': [...(toggle === undefined ? [] : ['32px']), ...widths].join(' ') }
  return (
    <section className="data-table" style={style as Record<string, string>} aria-label={props.label}>
      <DataTableTools {...props} model={model} />
      {source.error === null ? (
        <div
          role="table"
          aria-label={props.label}
          aria-rowcount={source.total ?? -1}
          aria-busy={source.isLoading}
        >
          <DataTableHead {...props} columns={model.columns} />
          <DataTableBody {...props} rows={model.rows} columns={model.columns} toggle={toggle} />
          {source.isLoading && <SkeletonRows columns={model.columns} isSelectable={toggle !== undefined} />}
        </div>
      ) : (
        <ProblemNote error={source.error} onRetry={source.retry} />
      )}
      <TableEnd {...props} />
    </section>
  )
}

function TableEnd<Row extends object>({
  source,
  isFiltered = false,
  onClearFilter,
  empty,
}: DataTableProps<Row>): ReactNode {
  if (source.isLoading || source.error !== null) return null
  if (source.isLoadingMore)
    return (
      <p className="data-table-end quiet" role="status">
        {t.components.table.loadingMore}
      </p>
    )
  if (source.rows.length > 0) return null
  if (!isFiltered) return empty
  return (
    <p className="data-table-end">
      {t.components.table.noneFits}{' '}
      {onClearFilter !== undefined && (
        <button type="button" className="text-button" onClick={onClearFilter}>
          {t.components.table.clearFilter}
        </button>
      )}
    </p>
  )
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(key)) next.add(key)
  return next
}

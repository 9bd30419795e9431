import { Checkbox } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import type { DataColumn } from './data-column.ts'
import type { DataTableProps } from './data-table-props.ts'

type HeadProps<Row extends object> = Pick<
  DataTableProps<Row>,
  'source' | 'rowKey' | 'selected' | 'onSelect' | 'sort' | 'onSort'
> & { readonly columns: readonly DataColumn<Row>[] }

/** Titles of the columns, and the checkbox that selects all that are loaded. */
export function DataTableHead<Row extends object>(props: HeadProps<Row>): ReactElement {
  const { source, rowKey, selected, onSelect, columns } = props
  const count = selected?.size ?? 0
  return (
    <div role="rowgroup" className="data-table-head">
      <div role="row" className="data-table-row">
        {onSelect !== undefined && (
          <div role="columnheader" className="data-table-check">
            <Checkbox
              size="xs"
              aria-label={t.components.table.selectAll}
              checked={count > 0 && count === source.rows.length}
              indeterminate={count > 0 && count < source.rows.length}
              onChange={() => onSelect(new Set(count > 0 ? [] : source.rows.map(rowKey)))}
            />
          </div>
        )}
        {columns.map((column) => (
          <ColumnTitle key={column.id} {...props} column={column} />
        ))}
      </div>
    </div>
  )
}

function ColumnTitle<Row extends object>({
  column,
  sort,
  onSort,
  source,
}: HeadProps<Row> & { readonly column: DataColumn<Row> }): ReactElement {
  const canSort = onSort !== undefined && column.sortBy !== undefined && !source.hasMore
  const direction = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : undefined
  const next = { ascending: `-${column.id}`, descending: undefined }
  return (
    <div role="columnheader" className="data-table-cell" data-align={column.align} aria-sort={direction}>
      {canSort ? (
        <button
          type="button"
          className="data-table-sort"
          onClick={() => onSort(direction === undefined ? column.id : next[direction])}
        >
          {column.title}
          <span aria-hidden="true">
            {direction === undefined ? ' ' : direction === 'ascending' ? ' ↑' : ' ↓'}
          </span>
        </button>
      ) : (
        column.title
      )}
    </div>
  )
}

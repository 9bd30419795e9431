import { Checkbox } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'
import type { DataColumn } from './data-column.ts'

interface DataTableRowProps<Row> {
  readonly row: Row
  readonly columns: readonly DataColumn<Row>[]
  readonly index: number
  /** Pixels below the first row; `null`: in the flow, for print. */
  readonly offset: number | null
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly name: string
  readonly onToggle: ((row: Row) => void) | undefined
  readonly measure: (element: HTMLElement | null) => void
}

export function DataTableRow<Row>(props: DataTableRowProps<Row>): ReactElement {
  const { row, columns, index, offset, isCurrent, isSelected, name, onToggle, measure } = props
  return (
    <div
      role="row"
      ref={measure}
      data-index={index}
      tabIndex={-1}
      aria-rowindex={index + 2}
      className="data-table-row"
      data-current={isCurrent}
      data-selected={isSelected}
      style={
        offset === null ? undefined : { position: 'absolute', top: 0, transform: `translateY(${offset}px)` }
      }
    >
      {onToggle !== undefined && (
        <div role="cell" className="data-table-check">
          <Checkbox
            size="xs"
            aria-label={t.components.table.select(name)}
            checked={isSelected}
            onChange={() => onToggle(row)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          role="cell"
          key={column.id}
          className="data-table-cell"
          data-align={column.align}
          data-label={column.title}
        >
          <div className="data-table-value">{column.cell(row)}</div>
        </div>
      ))}
    </div>
  )
}

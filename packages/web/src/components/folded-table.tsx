import { Table } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import * as t from '../texts/texts.ts'
import './folded-table.css'

interface TableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell names its row. */
  readonly rows: readonly (readonly ReactNode[])[]
  /** On a narrow screen a row becomes a block; otherwise the table scrolls. */
  readonly isStacking?: boolean
}

/** A small table that may scroll sideways by itself. */
export function PlainTable({ caption, columns, rows, isStacking = false }: TableProps): ReactElement {
  return (
    <div
      className="folded-table-scroll"
      data-stacking={isStacking}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, ...cells], index) => (
            // Rows of a finished table neither move nor change.
            // oxlint-disable-next-line react/no-array-index-key
            <Table.Tr key={index}>
              <Table.Th scope="row">{name}</Table.Th>
              {cells.map((cell, place) => (
                <Table.Td key={columns[place + 1]} data-label={columns[place + 1]}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** The table behind a chart: the same figures in full. */
export function FoldedTable(props: TableProps): ReactElement {
  return (
    <details className="folded-table">
      <summary>{t.components.chart.asTable}</summary>
      <PlainTable {...props} />
    </details>
  )
}

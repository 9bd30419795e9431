import { Skeleton } from '@mantine/core'
import type { ReactElement } from 'react'
import * as t from '../../texts/texts.ts'

interface SkeletonRowsProps {
  readonly columns: readonly { readonly id: string }[]
  readonly isSelectable: boolean
}

const rowNumbers = [1, 2, 3, 4, 5, 6]

/** The shape of what comes. */
export function SkeletonRows({ columns, isSelectable }: SkeletonRowsProps): ReactElement {
  return (
    <div role="rowgroup">
      <div role="row" className="visually-hidden">
        <div role="cell">{t.components.table.loading}</div>
      </div>
      {rowNumbers.map((number) => (
        <div className="data-table-row" key={number} aria-hidden="true">
          {isSelectable && <div />}
          {columns.map(({ id }) => (
            <div className="data-table-cell" key={id}>
              <Skeleton height={12} width="70%" />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'

/** One column of a `DataTable`. */
export interface DataColumn<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Share of the width: `2fr`, `160px`, `minmax(120px, 1fr)`; default `1fr`. */
  readonly width?: string
  /** Figures stand at the end. */
  readonly align?: 'end'
  /** What it is sorted by, where the whole list is loaded; absent: not sortable. */
  readonly sortBy?: (row: Row) => number | string | null
  /** Not shown until somebody chooses it. */
  readonly isHiddenAtFirst?: true
}

import type { ReactNode } from 'react'
import type { DataColumn } from './data-column.ts'

/** What `useHubPages` returns; of a list that is read at once, `toWholeList`. */
export interface DataSource<Row> {
  readonly rows: readonly Row[]
  readonly total: number | undefined
  readonly isLoading: boolean
  readonly isOutdated: boolean
  readonly error: Error | null
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

export interface DataTableProps<Row extends object> {
  /** For screen readers, and for the key under which chosen columns are kept. */
  readonly name: string
  readonly label: string
  /** One and many of what a row is: `['case', 'cases']`. */
  readonly counted: readonly [string, string]
  readonly source: DataSource<Row>
  /** Stable: outside of the component or in `useMemo`. The first one names the row and holds its link. */
  readonly columns: readonly DataColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** `FilterBar`. */
  readonly filters?: ReactNode
  /** Whether a filter is set: then "nothing fits" instead of `empty`. */
  readonly isFiltered?: boolean
  readonly onClearFilter?: () => void
  /** `EmptyState`. */
  readonly empty: ReactNode
  /** Keys of selected rows; absent: rows cannot be selected. */
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  /** Names the row for its checkbox. */
  readonly rowName?: (row: Row) => string
  /** Bulk actions, drawn while something is selected. */
  readonly bulkActions?: ReactNode
  /** Column and direction from the address: `name`, `-name`. */
  readonly sort?: string | undefined
  readonly onSort?: (sort: string | undefined) => void
  /** Of several tables on a page the main one has the keys. */
  readonly withoutKeys?: boolean
  /** Height of a row before it is measured, in pixels. */
  readonly rowHeight?: number
}

import type { DataSource } from './data-table-props.ts'

interface ReadList<Row> {
  readonly data: { readonly items: readonly Row[] } | undefined
  readonly isPending: boolean
  readonly isPlaceholderData: boolean
  readonly error: Error | null
  readonly refetch: () => unknown
}

const noRows: readonly never[] = []

/** A list that is read at once, for a `DataTable`. */
export const toWholeList = <Row>(read: ReadList<Row>): DataSource<Row> => ({
  rows: read.data?.items ?? noRows,
  total: read.data?.items.length,
  isLoading: read.isPending,
  isOutdated: read.isPlaceholderData,
  error: read.error,
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
  retry: () => void read.refetch(),
})

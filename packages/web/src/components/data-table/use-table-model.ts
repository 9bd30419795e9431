import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { DataColumn } from './data-column.ts'
import { useKeptColumns } from './use-kept-columns.ts'

const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns,
})

interface ModelOptions<Row extends object> {
  readonly name: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Column and direction: `name`, `-name`. */
  readonly sort?: string | undefined
  readonly selected: ReadonlySet<string>
}

/** Rows in their order and columns as chosen. */
export function useTableModel<Row extends object>(options: ModelOptions<Row>) {
  const { name, columns, rows, rowKey, sort, selected } = options
  const [visibility, setVisibility] = useKeptColumns(name, columns)
  const definitions = useMemo(() => columns.map((column) => toDefinition(column)), [columns])
  const sorting = sort === undefined ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }]
  const table = useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    state: {
      columnVisibility: visibility,
      sorting,
      rowSelection: Object.fromEntries([...selected].map((key) => [key, true as const])),
    },
    onColumnVisibilityChange: (change) =>
      setVisibility(typeof change === 'function' ? change(visibility) : change),
  })
  const shown = new Set(table.getVisibleLeafColumns().map(({ id }) => id))
  return {
    rows: table.getRowModel().rows,
    columns: columns.filter(({ id }) => shown.has(id)),
    isShown: (id: string) => shown.has(id),
    toggleColumn: (id: string) => table.getColumn(id)?.toggleVisibility(),
  }
}

const toDefinition = <Row extends object>({
  id,
  sortBy,
}: DataColumn<Row>): ColumnDef<typeof features, Row> => ({
  id,
  accessorFn: (row) => sortBy?.(row) ?? undefined,
  enableSorting: sortBy !== undefined,
  sortUndefined: 'last',
})

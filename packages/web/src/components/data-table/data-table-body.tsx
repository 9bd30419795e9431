import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import type { DataColumn } from './data-column.ts'
import type { DataSource, DataTableProps } from './data-table-props.ts'
import { DataTableRow } from './data-table-row.tsx'
import { useIsPrinting } from './use-is-printing.ts'
import { useRowKeys } from './use-row-keys.ts'

interface BodyProps<Row extends object> extends Pick<
  DataTableProps<Row>,
  'source' | 'selected' | 'rowName' | 'rowHeight' | 'withoutKeys'
> {
  readonly rows: readonly { readonly id: string; readonly original: Row }[]
  readonly columns: readonly DataColumn<Row>[]
  readonly toggle: ((row: Row) => void) | undefined
}

/** The rows in sight, each at its place. */
export function DataTableBody<Row extends object>(props: BodyProps<Row>): ReactElement {
  const { source, selected, rows, columns, toggle, rowName, rowHeight = 41 } = props
  const body = useRef<HTMLDivElement>(null)
  const { virtualizer, items, isPrinting } = useVirtualRows(body, rows.length, rowHeight)
  const current = useRowKeys({
    body,
    count: rows.length,
    isOff: props.withoutKeys === true,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    toggle:
      toggle &&
      ((index) => {
        const row = rows[index]
        if (row !== undefined) toggle(row.original)
      }),
  })
  useLoadMore(source, items.at(-1)?.index ?? 0)
  return (
    <div
      role="rowgroup"
      ref={body}
      className="data-table-body"
      data-outdated={source.isOutdated}
      style={isPrinting ? undefined : { height: virtualizer.getTotalSize() }}
    >
      {items.map(({ index, start }) => {
        const row = rows[index]
        return row === undefined ? null : (
          <DataTableRow
            key={row.id}
            row={row.original}
            columns={columns}
            index={index}
            offset={isPrinting ? null : start}
            isCurrent={index === current}
            isSelected={selected?.has(row.id) ?? false}
            name={rowName?.(row.original) ?? row.id}
            onToggle={toggle}
            measure={virtualizer.measureElement}
          />
        )
      })}
    </div>
  )
}

function useVirtualRows(body: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const isPrinting = useIsPrinting()
  const scrollMargin = useTop(body)
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin,
  })
  const items = isPrinting
    ? Array.from({ length: count }, (_, index) => ({ index, start: 0 }))
    : virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start: start - scrollMargin }))
  return { virtualizer, items, isPrinting }
}

/** Pixels from the top of the page; what stands above may grow and shrink. */
function useTop(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () =>
      setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    measure()
    return () => observer.disconnect()
  }, [body])
  return top
}

/** Reads the next page before the reader comes to the end of this one. */
function useLoadMore<Row>({ rows, hasMore, isLoadingMore, loadMore }: DataSource<Row>, last: number): void {
  const isNear = last >= rows.length - 20
  useEffect(() => {
    if (isNear && hasMore && !isLoadingMore) loadMore()
  }, [isNear, hasMore, isLoadingMore, loadMore])
}

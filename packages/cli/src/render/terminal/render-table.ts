import { fitText } from '../format/fit-text.ts'
import { toPrintable } from './printable.ts'

export interface TableColumn {
  readonly title: string
  readonly align?: 'left' | 'right'
  /** The one column that gives way when the table is too wide. */
  readonly flexible?: boolean
}

const gap = '  '

/** Rows under titles, parted by spaces; the flexible column is cut so that no line is longer than `width`. */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width = 80,
): string {
  const cells = [columns.map((column) => column.title), ...rows.map((row) => row.map(toPrintable))]
  const natural = columns.map((_, index) =>
    Math.max(...cells.map((row) => Array.from(row[index] ?? '').length)),
  )
  const excess = natural.reduce((sum, size) => sum + size, gap.length * (columns.length - 1)) - width
  const sizes = natural.map((size, index) =>
    columns[index]?.flexible === true ? Math.max(8, size - Math.max(0, excess)) : size,
  )
  return cells
    .map((row) =>
      columns
        .map((column, index) => alignCell(row[index] ?? '', sizes[index] ?? 0, column.align))
        .join(gap)
        .trimEnd(),
    )
    .join('\n')
}

function alignCell(text: string, size: number, align: 'left' | 'right' = 'left'): string {
  const fitted = fitText(text, size)
  const padding = ' '.repeat(Math.max(0, size - Array.from(fitted).length))
  return align === 'right' ? padding + fitted : fitted + padding
}

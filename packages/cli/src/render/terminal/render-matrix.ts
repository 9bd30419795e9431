import type { Estimate, MatrixSummary } from '@assay/contracts'
import {
  formatCount,
  formatCounted,
  formatDifference,
  formatDuration,
  formatInterval,
  formatMoney,
  formatValue,
} from '@assay/core/wording'
import { renderTable, type TableColumn } from './render-table.ts'

type Row = MatrixSummary['rows'][number]

interface Column {
  readonly column: TableColumn
  readonly cell: (row: Row) => string
}

/** All settings in a table, then every pair that differs, and how many could not be told apart. */
export function renderMatrix({ rows, pairs }: MatrixSummary, width = 80): string {
  const columns = chooseColumns(rows)
  const table = renderTable(
    columns.map(({ column }) => column),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
    width,
  )
  return [table, '', ...describePairs(pairs), ...describeReports(rows)].join('\n')
}

/** Repeatability only where questions were repeated, cost only where there is one. */
function chooseColumns(rows: readonly Row[]): readonly Column[] {
  const right = (title: string): TableColumn => ({ title, align: 'right' })
  const repeated: readonly Column[] = [
    { column: right('same text'), cell: ({ repeatability }) => formatShort(repeatability.identicalAnswers) },
    { column: right('same verdict'), cell: ({ repeatability }) => formatShort(repeatability.sameVerdicts) },
    { column: right('texts'), cell: ({ repeatability }) => repeatability.distinctAnswers?.toFixed(1) ?? '' },
  ]
  const cost: Column = { column: right('cost'), cell: ({ costUsd }) => formatMoney(costUsd) }
  return [
    { column: { title: 'setting', flexible: true }, cell: ({ setting }) => setting },
    { column: right('passed'), cell: ({ passing }) => formatShort(passing) },
    { column: right('n'), cell: ({ passing }) => formatCount(passing.n) },
    ...(rows.some(({ repeatability }) => repeatability.distinctAnswers !== null) ? repeated : []),
    {
      column: right('median'),
      cell: ({ medianLatencyMs }) => (medianLatencyMs === null ? '' : formatDuration(medianLatencyMs)),
    },
    ...(rows.some(({ costUsd }) => costUsd !== 0 && costUsd !== null) ? [cost] : []),
  ]
}

function formatShort(estimate: Estimate | null): string {
  if (estimate === null || estimate.value === null) return 'not tested'
  const interval = formatInterval(estimate)
  return interval === null ? formatValue(estimate) : `${formatValue(estimate)} (${interval})`
}

function describePairs(pairs: MatrixSummary['pairs']): readonly string[] {
  const told = pairs.filter(
    ({ difference }) => difference.verdict === 'better' || difference.verdict === 'worse',
  )
  const alike = pairs.filter(({ difference }) => difference.verdict === 'no meaningful difference').length
  const open = pairs.length - told.length - alike
  return [
    ...told.map(
      ({ first, second, difference }) => `${second} against ${first}: ${formatDifference(difference)}`,
    ),
    ...(alike === 0 ? [] : [`no meaningful difference in ${formatCounted(alike, 'pair')}`]),
    ...(open === 0 ? [] : [`not enough cases to tell ${formatCounted(open, 'pair')} apart`]),
    ...(pairs.length > 1 ? [`p-values adjusted by Holm over ${formatCounted(pairs.length, 'pair')}`] : []),
  ]
}

const describeReports = (rows: readonly Row[]): readonly string[] =>
  rows.length === 0
    ? []
    : [`runs  ${rows.map(({ run }) => run).join(', ')}; assay report RUN writes the report of one`]

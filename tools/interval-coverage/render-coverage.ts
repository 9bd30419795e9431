import { rates, type CoverageRow } from './measure-coverage.ts'

/** The page in docs/explanation, whole. */
export const renderCoveragePage = (rows: readonly CoverageRow[]): string => `${introduction}
${renderCoverageTable(rows)}${reading}`

/** The table as Markdown; the same text is printed by the test. */
export function renderCoverageTable(rows: readonly CoverageRow[]): string {
  const head = ['Interval', 'Cases', 'n', ...rates.map(String), 'floor']
  const body = rows.map(({ name, cases, n, coverage, floor }) => [
    name,
    cases,
    String(n),
    ...coverage.map(formatShare),
    formatShare(floor),
  ])
  const widths = head.map((title, column) =>
    Math.max(...[head, ...body].map((row) => (row[column] ?? title).length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return `${[head, rule, ...body].map(line).join('\n')}\n`
}

const formatShare = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1))

const introduction = `<!-- Written by node tools/coverage-of-intervals.ts; a test checks that it is current. -->
# How often the intervals are right

A 95 % interval is worth its name if, over many test sets, it holds the true figure 95 times in 100. This page does not
argue that: it draws cases whose truth is known, makes the interval exactly as Assay makes it, and counts. The draws are
seeded; every run of the tests repeats them and fails when a cell falls under its floor.

The columns are the true rate (0.5, 0.9, 0.98). For mean scores it is the true mean of a strongly skewed score, for
kappa and AC1 the rate of positive cases, for the AUC and Spearman's rho the figure itself, for median and 95th
percentile nothing (log-normal latencies, three repetitions). Differences are 5 points. "Clusters of 5": five questions
about each fact, half alike (intra-cluster correlation 0.5). A dash: too few cases, Assay gives no interval.
`

const reading = `
## What to take from it
- **Rates and differences of rates** come near what they promise from ten cases on; counts are whole, so coverage moves
  up and down by some points. Where nearly all cases pass and they cluster, it falls to about 90: the few failures say
  little about how alike the cases of a fact are.
- **Mean scores** need more: with skewed scores near the end of their range, a handful of cases does not show the rare
  low ones, and no method can know of them. From 300 independent cases the interval is right. Prefer rates of cases over
  a threshold when you have few.
- **The 95th percentile** has two one-sided 95 % bounds, so both together hold in 90 of 100.
- **Early stopping** looks after every case and still holds: that is why its intervals are wider, and their coverage
  higher, than those of a run to the end.
- **Corrected rates** are given only where the labels suffice; at a rate of 0.98 six hundred labels from the run hold
  too few failures, and Assay refuses.
- **Agreement** has no interval under 20 cases, or where the second category hardly comes up.
`

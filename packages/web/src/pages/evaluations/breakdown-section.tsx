import type { EvaluationSummary } from '@assay/contracts'
import { formatCount, formatRate, passedTitle, findGateThreshold } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { FoldedTable } from '../../components/folded-table.tsx'
import { IntervalChart } from '../../components/interval-chart.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { ResultsLink } from './results-link.tsx'
import { sortRows, type Slice, type SliceRow } from './words/slice-words.ts'

interface BreakdownProps {
  readonly place: EvaluationPlace
  readonly summary: Omit<EvaluationSummary, 'cases'>
}

/** Rows a chart shows before the rest is folded away. */
const rowsShown = 12

/** Every way in which the cases can be parted, each part with its interval. */
export function BreakdownSection({ place, summary }: BreakdownProps): ReactElement {
  const words = t.evaluations.breakdown
  const isShared = ({ rows }: Slice): boolean =>
    rows.length === 1 && rows[0]?.cases === summary.counts.finished
  const single = summary.slices.filter(isShared).map(({ by, rows }) => words.sameOf(by, rows[0]?.value ?? ''))
  return (
    <section className="evaluation-section" aria-labelledby="breakdown-title">
      <Title order={2} id="breakdown-title">
        {words.title}
      </Title>
      <div className="evaluation-columns">
        {summary.slices
          .filter((slice) => !isShared(slice))
          .map((slice) => (
            <SlicePanel key={slice.by} place={place} slice={slice} summary={summary} />
          ))}
      </div>
      {single.length > 0 && <p className="evaluation-reading">{words.same(single.join(' and the same '))}</p>}
    </section>
  )
}

interface SlicePanelProps extends BreakdownProps {
  readonly slice: Slice
}

function SlicePanel({ place, slice: { by, rows }, summary }: SlicePanelProps): ReactElement {
  const words = t.evaluations.breakdown
  const sorted = sortRows(rows)
  const gate = findGateThreshold(summary)
  const shown = sorted.slice(-rowsShown)
  const rest = sorted.slice(0, -rowsShown)
  const chart = (part: readonly SliceRow[]) => (
    <IntervalChart
      label={words.by[by]}
      rows={part.map((row) => ({
        key: row.value,
        label: (
          <ResultsLink place={place} filter={{ [by]: row.value }}>
            {row.value}
          </ResultsLink>
        ),
        estimate: row.correct,
        figure: formatRate(row.correct),
      }))}
      gate={gate}
    />
  )
  return (
    <div className="panel">
      <Title order={3}>{words.by[by]}</Title>
      {chart(shown)}
      {rest.length > 0 && (
        <details className="folded-table">
          <summary>{words.more(rest.length)}</summary>
          {chart(rest)}
        </details>
      )}
      <p className="evaluation-reading">{describeSlice(sorted, gate)}</p>
      <FoldedTable
        caption={words.by[by]}
        columns={words.columns(passedTitle(summary))}
        rows={sorted.map((row) => [
          row.value,
          formatCount(row.cases),
          formatRate(row.correct),
          formatCount(row.notJudged),
          formatCount(row.errors),
        ])}
      />
    </div>
  )
}

function describeSlice(sorted: readonly SliceRow[], gate: number | null): string {
  const words = t.evaluations.breakdown
  const tested = sorted.filter(({ correct }) => correct.value !== null)
  const [highest, lowest] = [tested[0], tested.at(-1)]
  if (highest === undefined || lowest === undefined) return words.untested
  if (highest === lowest) return words.only(highest.value, formatRate(highest.correct))
  const range = words.range(
    lowest.value,
    formatRate(lowest.correct),
    highest.value,
    formatRate(highest.correct),
  )
  if (gate === null) return range
  const below = tested.filter(({ correct }) => (correct.high ?? 1) < gate).length
  return `${range}${words.belowGate(below, tested.length)}`
}

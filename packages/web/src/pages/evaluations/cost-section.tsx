import type { EvaluationSummary } from '@assay/contracts'
import { formatDuration, formatDurationEstimate, formatMoney, formatTokens } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { FoldedTable, PlainTable } from '../../components/folded-table.tsx'
import { IntervalChart } from '../../components/interval-chart.tsx'
import * as t from '../../texts/texts.ts'

type Summary = Pick<EvaluationSummary, 'latency' | 'cost' | 'counts'>

export function CostSection({ latency, cost, counts }: Summary): ReactElement {
  const words = t.evaluations.cost
  return (
    <section className="evaluation-section" id="cost" aria-labelledby="cost-title">
      <Title order={2} id="cost-title">
        {words.title}
      </Title>
      <div className="evaluation-columns">
        <div className="panel">
          <Title order={3}>{words.latency}</Title>
          {latency === null ? <p className="quiet">{words.untested}</p> : <Latency latency={latency} />}
        </div>
        <div className="panel">
          <Title order={3}>{words.panel}</Title>
          <Cost cost={cost} counts={counts} />
        </div>
      </div>
    </section>
  )
}

function Latency({ latency }: { readonly latency: NonNullable<Summary['latency']> }): ReactElement {
  const words = t.evaluations.cost
  const { median, p95 } = latency
  const maximum = Math.max(1, ...[median, p95].map((estimate) => estimate.high ?? estimate.value ?? 0))
  const rows = [
    { key: 'median', label: words.median, estimate: median, figure: formatDurationEstimate(median) },
    { key: 'p95', label: words.p95, estimate: p95, figure: formatDurationEstimate(p95) },
  ]
  return (
    <>
      <IntervalChart
        label={words.latency}
        rows={rows}
        maximum={maximum}
        ticks={[0, 0.5, 1].map((part) => formatDuration(part * maximum))}
      />
      <p className="evaluation-reading">
        {words.reading(formatDuration(median.value ?? 0), formatDuration(p95.value ?? 0))}
      </p>
      <FoldedTable
        caption={words.latency}
        columns={t.evaluations.retrieval.columns}
        rows={rows.map(({ label, estimate, figure }) => [label, figure, estimate.method])}
      />
    </>
  )
}

function Cost({ cost, counts }: Pick<Summary, 'cost' | 'counts'>): ReactElement {
  const words = t.evaluations.cost
  const { targetUsd, judgeUsd, inputTokens, outputTokens, calls, cachedCalls } = cost
  const each = targetUsd === null || counts.finished === 0 ? null : targetUsd / counts.finished
  return (
    <>
      <PlainTable
        caption={words.panel}
        columns={words.columns}
        rows={[
          [words.parts.target, formatMoney(targetUsd)],
          [words.parts.each, formatMoney(each)],
          [words.parts.judge, formatMoney(judgeUsd)],
          [words.parts.input, formatTokens(inputTokens)],
          [words.parts.output, formatTokens(outputTokens)],
          [words.parts.calls, calls === 0 ? words.noCalls : words.calls(calls, cachedCalls)],
        ]}
      />
      <p className="evaluation-reading">
        {targetUsd === null || judgeUsd === null
          ? words.notZero
          : words.inAll(formatMoney(targetUsd + judgeUsd))}
      </p>
    </>
  )
}

import type { ComparedRun, Comparison } from '@assay/contracts'
import { formatDuration, formatMoney } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { FigureText } from '../../components/figure-text.tsx'
import { PlainTable } from '../../components/folded-table.tsx'
import { TextLink } from '../../components/router-links.tsx'
import * as t from '../../texts/texts.ts'

interface RunsPanelProps {
  readonly projectId: string
  readonly comparison: Comparison
}

/** The two evaluations beside each other. */
export function RunsPanel({ projectId, comparison: { a, b } }: RunsPanelProps): ReactElement {
  const words = t.comparisons.run
  const rows: readonly (readonly [string, (run: ComparedRun) => ReactElement | string])[] = [
    [words.evaluation, (run) => <RunLink projectId={projectId} run={run} />],
    [words.target, ({ target, targetVersion }) => [target, targetVersion ?? ''].join(' ').trim()],
    [words.passing, ({ passing }) => <FigureText estimate={passing} />],
    [
      words.latency,
      ({ medianLatencyMs: ms }) => (ms === null ? t.components.chart.notTested : formatDuration(ms)),
    ],
    [words.cost, ({ costUsd }) => formatMoney(costUsd)],
  ]
  return (
    <section className="panel comparison-part" aria-labelledby="runs-title">
      <Title order={2} id="runs-title">
        {t.comparisons.runs}
      </Title>
      <PlainTable
        caption={t.comparisons.runsTable}
        columns={t.comparisons.runColumns}
        isStacking
        rows={rows.map(([name, cell]) => [name, cell(a), cell(b)])}
      />
    </section>
  )
}

function RunLink({
  projectId,
  run,
}: {
  readonly projectId: string
  readonly run: ComparedRun
}): ReactElement {
  return (
    <TextLink
      to="/projects/$projectId/evaluations/$evaluationId"
      params={{ projectId, evaluationId: run.id }}
    >
      {run.name}
    </TextLink>
  )
}

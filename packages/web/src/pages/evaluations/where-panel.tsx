import type { EvaluationSummary } from '@assay/contracts'
import { describeSliceName, formatRate, findGateThreshold } from '@assay/core/wording'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { IntervalChart, type IntervalRow } from '../../components/interval-chart.tsx'
import * as t from '../../texts/texts.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { ResultsLink } from './results-link.tsx'
import { findWeakSlices, sortRows, type WeakSlice } from './words/slice-words.ts'

interface WherePanelProps {
  readonly place: EvaluationPlace
  readonly summary: Omit<EvaluationSummary, 'cases'>
}

/** The types of question, and what else is weaker than the rest; a row leads to its failures. */
export function WherePanel({ place, summary }: WherePanelProps): ReactElement {
  const gate = findGateThreshold(summary)
  const types = sortRows(summary.slices.find(({ by }) => by === 'type')?.rows ?? []).map((row) => ({
    by: 'type' as const,
    row,
  }))
  const weak = findWeakSlices(summary.slices, 6)
  const others = weak.filter(({ by }) => by !== 'type').slice(0, 3)
  return (
    <section className="panel" aria-labelledby="where-title">
      <Title order={2} id="where-title">
        {t.evaluations.where.title}
      </Title>
      <IntervalChart
        label={t.evaluations.where.chart}
        rows={[...types, ...others].map((slice) => toRow(place, slice))}
        gate={gate}
      />
      <p className="evaluation-reading">{describeWeakest(weak.slice(0, 3))}</p>
    </section>
  )
}

function toRow(place: EvaluationPlace, { by, row }: WeakSlice): IntervalRow {
  const filter = { [by]: row.value, passed: false }
  return {
    key: `${by} ${row.value}`,
    label: (
      <ResultsLink place={place} filter={filter}>
        {describeSliceName(by, row.value)}
      </ResultsLink>
    ),
    estimate: row.correct,
    figure: formatRate(row.correct),
  }
}

function describeWeakest(weak: readonly WeakSlice[]): string {
  if (weak.length === 0) return t.evaluations.where.none
  const parts = weak.map(({ by, row }) => `${describeSliceName(by, row.value)} ${formatRate(row.correct)}`)
  return t.evaluations.where.weak(parts.join('; '))
}

import type { Difference, Estimate } from '@assay/contracts'
import { formatPercent, formatSignedPoints } from '@assay/core/wording'
import type { ReactElement, ReactNode } from 'react'
import { symmetricScale, toScale } from '../figures/to-scale.ts'
import * as t from '../texts/texts.ts'
import { IntervalDot } from './rate-dot.tsx'
import { DifferenceDot } from './difference-dot.tsx'
import { DifferenceText } from './verdict.tsx'
import './interval-chart.css'

export interface IntervalRow {
  readonly key: string
  /** A name, or the link that opens its cases: the whole row leads there. */
  readonly label: ReactNode
  readonly estimate: Estimate
  /** The figure in words, as it stands beside the dot. */
  readonly figure: string
}

interface IntervalChartProps {
  readonly label: string
  readonly rows: readonly IntervalRow[]
  /** Value at the right end; 0 is at the left. Default 1. */
  readonly maximum?: number
  /** A line that the dots are read against; `null`: none. */
  readonly gate?: number | null
  /** Labels of the axis from left to right, evenly spaced. */
  readonly ticks?: readonly string[]
}

const percentTicks = ['0', '25', '50', '75', '100 %']

/** Dots with their intervals on one axis, a row each. */
export function IntervalChart(props: IntervalChartProps): ReactElement {
  const { label, rows, maximum = 1, gate = null, ticks = percentTicks } = props
  const axis = [0, maximum] as const
  return (
    <div className="interval-chart">
      <ul className="plain-list" aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className="interval-chart-row">
            <span className="interval-chart-label">{row.label}</span>
            <svg className="interval-chart-picture rate-dot-accent" height={16} aria-hidden="true">
              <line className="rate-dot-axis" x1="0" x2="100%" y1="8" y2="8" />
              {gate !== null && (
                <line
                  className="rate-dot-mark"
                  x1={toScale(gate, axis)}
                  x2={toScale(gate, axis)}
                  y1="0"
                  y2="16"
                />
              )}
              <IntervalDot {...row.estimate} axis={axis} />
            </svg>
            <span className="interval-chart-figure">{row.figure}</span>
          </li>
        ))}
      </ul>
      <ChartAxis ticks={ticks} />
      {gate !== null && (
        <p className="interval-chart-legend quiet">
          <svg width={12} height={16} aria-hidden="true">
            <line className="rate-dot-mark" x1="6" x2="6" y1="0" y2="16" />
          </svg>
          {t.components.chart.gate(formatPercent(gate))}
        </p>
      )}
    </div>
  )
}

interface DifferenceRow {
  readonly key: string
  readonly label: ReactNode
  readonly difference: Difference
}

/** Paired differences on one axis around zero, the margin as a band. */
export function DifferenceChart({
  label,
  rows,
}: {
  readonly label: string
  readonly rows: readonly DifferenceRow[]
}): ReactElement {
  const [, reach] = symmetricScale(
    rows.flatMap(({ difference: { low, high, margin } }) => [low, high, margin]),
  )
  return (
    <div className="interval-chart interval-chart-wide">
      <ul className="plain-list" aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className="interval-chart-row">
            <span className="interval-chart-label">{row.label}</span>
            <span className="interval-chart-picture" aria-hidden="true">
              <DifferenceDot difference={row.difference} width="100%" reach={reach} />
            </span>
            <span className="interval-chart-figure">
              <DifferenceText difference={row.difference} />
            </span>
          </li>
        ))}
      </ul>
      <ChartAxis ticks={[-reach, 0, reach].map(formatSignedPoints)} />
      <p className="interval-chart-legend quiet">
        <svg width={20} height={12} aria-hidden="true">
          <rect className="rate-dot-band" width="100%" height="100%" />
        </svg>
        {t.components.chart.band}
      </p>
    </div>
  )
}

function ChartAxis({ ticks }: { readonly ticks: readonly string[] }): ReactElement {
  return (
    <div className="interval-chart-row interval-chart-axis" aria-hidden="true">
      <span className="interval-chart-label" />
      <span className="interval-chart-ticks">
        {ticks.map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </span>
      <span className="interval-chart-figure" />
    </div>
  )
}

import type { ReactElement } from 'react'
import './sparkline.css'

export interface SparkPoint {
  readonly value: number | null
  readonly low?: number | null
  readonly high?: number | null
}

interface SparklineProps {
  /** Oldest first; rates from 0 to 1. A gap where a value is `null`. */
  readonly points: readonly SparkPoint[]
  /** What it shows, in words, for whoever does not see it. */
  readonly label: string
  readonly width?: number
  readonly height?: number
}

const edge = 4

/** Rates over versions: a line through dots, each with its interval where it is known. The axis is 0 to 100 %. */
export function Sparkline({ points, label, width = 96, height = 28 }: SparklineProps): ReactElement {
  const xOf = (index: number) => edge + (index * (width - 2 * edge)) / Math.max(1, points.length - 1)
  const yOf = (value: number) => edge + (1 - value) * (height - 2 * edge)
  const placed = points.map((point, index) => ({ ...point, x: points.length === 1 ? width / 2 : xOf(index) }))
  const line = placed.flatMap(({ x, value }) =>
    value === null ? [] : [`${x.toFixed(1)},${yOf(value).toFixed(1)}`],
  )
  const last = placed.findLast(({ value }) => value !== null)
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={label}>
      {placed.map(({ x, low, high }) =>
        typeof low === 'number' && typeof high === 'number' ? (
          <line key={x} className="sparkline-interval" x1={x} x2={x} y1={yOf(high)} y2={yOf(low)} />
        ) : null,
      )}
      <polyline className="sparkline-line" points={line.join(' ')} />
      {last !== undefined && last.value !== null && (
        <circle className="sparkline-last" cx={last.x} cy={yOf(last.value)} r="3" />
      )}
    </svg>
  )
}

import type { Estimate } from '@assay/contracts'
import { formatPercent, formatRate } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { toScale } from '../figures/to-scale.ts'
import * as t from '../texts/texts.ts'
import { FigureText } from './figure-text.tsx'
import './rate-dot.css'

interface RateDotProps {
  readonly estimate: Estimate | null
  /** Drawn as a line: the rate that is asked for; `null`: none is. */
  readonly gate?: number | null
  /** Width of the picture in pixels; default 120. */
  readonly width?: number
  /** The picture alone, where the figure stands elsewhere in the row. */
  readonly withoutText?: boolean
}

const axis = [0, 1] as const

/** A rate: a dot with its interval from 0 to 100 %, and its figure beside it. */
export function RateDot({
  estimate,
  gate = null,
  width = 120,
  withoutText = false,
}: RateDotProps): ReactElement {
  return (
    <span className="rate-dot">
      <RatePicture estimate={estimate} gate={gate} width={width} />
      {!withoutText && <FigureText estimate={estimate} />}
    </span>
  )
}

function RatePicture({ estimate, gate = null, width }: RateDotProps): ReactElement {
  const words = estimate === null ? t.components.chart.notTested : formatRate(estimate)
  const label = gate === null ? words : `${words}, ${t.components.chart.gate(formatPercent(gate))}`
  return (
    <svg className="rate-dot-picture rate-dot-accent" width={width} height={16} role="img" aria-label={label}>
      <line className="rate-dot-axis" x1="0" x2="100%" y1="8" y2="8" />
      <line className="rate-dot-axis" x1="0" x2="0" y1="5" y2="11" />
      <line className="rate-dot-axis" x1="100%" x2="100%" y1="5" y2="11" />
      {gate !== null && (
        <line className="rate-dot-mark" x1={toScale(gate, axis)} x2={toScale(gate, axis)} y1="0" y2="16" />
      )}
      {estimate !== null && <IntervalDot {...estimate} axis={axis} />}
    </svg>
  )
}

interface IntervalDotProps {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly axis: readonly [number, number]
}

/** The dot and its interval, in an SVG of 16 pixels' height. */
export function IntervalDot({ value, low, high, axis: scale }: IntervalDotProps): ReactElement {
  return (
    <>
      {low !== null && high !== null && (
        <line
          className="rate-dot-interval"
          x1={toScale(low, scale)}
          x2={toScale(high, scale)}
          y1="8"
          y2="8"
        />
      )}
      {value !== null && <circle className="rate-dot-point" cx={toScale(value, scale)} cy="8" r="4.5" />}
    </>
  )
}

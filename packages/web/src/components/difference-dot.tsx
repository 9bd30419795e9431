import type { Difference } from '@assay/contracts'
import { formatDifference, formatSignedPoints } from '@assay/core/wording'
import type { ReactElement } from 'react'
import { symmetricScale, toScale } from '../figures/to-scale.ts'
import * as t from '../texts/texts.ts'
import { IntervalDot } from './rate-dot.tsx'
import { toneOfVerdict } from './verdict.tsx'
import './rate-dot.css'

interface DifferenceDotProps {
  readonly difference: Difference | null
  /** Width of the picture, in pixels or `100%`; default 120. */
  readonly width?: number | '100%'
  /** Half the axis, for several beneath one another; default: what this one needs. */
  readonly reach?: number
}

/** A paired difference: a dot with its interval around zero, the margin as a band. Right is better. */
export function DifferenceDot({ difference, width = 120, reach }: DifferenceDotProps): ReactElement {
  const values = difference === null ? [] : [difference.low, difference.high, difference.margin]
  const axis = reach === undefined ? symmetricScale(values) : ([-reach, reach] as const)
  const margin = difference?.margin ?? 0
  const label =
    difference === null
      ? t.components.chart.notTested
      : `${formatDifference(difference)}, ${t.components.chart.margin(formatSignedPoints(margin).replace('+', ''))}`
  const tone = difference === null ? 'quiet' : toneOfVerdict[difference.verdict]
  return (
    <svg className={`rate-dot-picture ${tone}`} width={width} height={16} role="img" aria-label={label}>
      <rect
        className="rate-dot-band"
        x={toScale(-margin, axis)}
        width={`${((margin * 2) / (axis[1] - axis[0])) * 100}%`}
        y="1"
        height="14"
      />
      <line className="rate-dot-axis" x1="0" x2="100%" y1="8" y2="8" />
      <line className="rate-dot-mark" x1="50%" x2="50%" y1="0" y2="16" />
      {difference !== null && (
        <IntervalDot value={difference.difference} low={difference.low} high={difference.high} axis={axis} />
      )}
    </svg>
  )
}

import type { Estimate } from '@assay/contracts'
import { formatPercent, formatRate } from '@assay/core/wording'
import { useLayoutEffect, useRef, type ReactElement } from 'react'
import * as t from '../texts/texts.ts'
import { OpenLink } from './open-link.tsx'
import './version-chart.css'

export interface VersionMark {
  readonly key: string
  /** Below the mark: "v14". */
  readonly label: string
  /** What it is, for whoever does not see it: "nightly 14, v14". */
  readonly name: string
  readonly passing: Estimate
  /** What else changed here: "test set", "judge". */
  readonly changes: readonly string[]
  /** Where a click leads. */
  readonly link: { readonly to: string; readonly params: Readonly<Record<string, string>> }
}

const height = 180
const lines = [1, 0.75, 0.5, 0.25, 0]
const topOf = (rate: number) => `${(1 - rate) * 100}%`

/** Rates over versions from left to right: each a dot with its interval, with dashed lines where something else changed. */
export function VersionChart({ marks }: { readonly marks: readonly VersionMark[] }): ReactElement {
  const scroll = useRef<HTMLDivElement>(null)
  const count = marks.length
  // Where not all have room, the newest are what one comes for.
  useLayoutEffect(() => {
    if (scroll.current !== null) scroll.current.scrollLeft = scroll.current.scrollWidth
  }, [count])
  return (
    <div className="version-chart" style={{ '--marks': count } as Record<string, number>}>
      <div className="version-chart-axis" aria-hidden="true" style={{ height }}>
        {lines.map((rate) => (
          <span key={rate} style={{ top: topOf(rate) }}>
            {formatPercent(rate)}
          </span>
        ))}
      </div>
      <div
        className="version-chart-scroll"
        ref={scroll}
        role="region"
        aria-label={t.components.chart.versions}
        // It scrolls sideways on narrow screens.
        tabIndex={0}
      >
        <ol className="version-chart-marks">
          {marks.map((mark) => (
            <Mark key={mark.key} mark={mark} />
          ))}
        </ol>
      </div>
    </div>
  )
}

function Mark({ mark }: { readonly mark: VersionMark }): ReactElement {
  const { passing, label, name, changes, link } = mark
  const { value, low, high } = passing
  return (
    <li className="version-chart-mark" data-changed={changes.length > 0}>
      <div className="version-chart-plot" style={{ height }}>
        {lines.map((rate) => (
          <span key={rate} className="version-chart-line" style={{ top: topOf(rate) }} />
        ))}
        {low !== null && high !== null && (
          <span className="version-chart-interval" style={{ top: topOf(high), bottom: `${low * 100}%` }} />
        )}
        {value !== null && (
          <span className="version-chart-dot" style={{ top: topOf(value) }}>
            <OpenLink {...link}>
              <span className="visually-hidden">{`${name}: ${formatRate(passing)}`}</span>
            </OpenLink>
          </span>
        )}
      </div>
      <div className="version-chart-label">{label}</div>
      {changes.map((change) => (
        <div key={change} className="version-chart-change">
          {change}
        </div>
      ))}
    </li>
  )
}

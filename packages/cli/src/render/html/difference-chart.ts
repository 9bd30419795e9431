import type { Difference } from '@assay/contracts'
import { formatDifference, formatSignedPoints } from '@assay/core/wording'
import { html, type Html } from './client/html.ts'

export interface DifferenceRow {
  readonly label: string
  readonly difference: Difference
}

/** Paired differences with their intervals, the margin as a band round zero. */
export function renderDifferenceChart(rows: readonly DifferenceRow[]): Html {
  const reach = reachOf(rows)
  return html`<div class="chart">
    <ul class="rows wide">
      ${rows.map((row) => renderRow(row, reach))}
    </ul>
    <div class="axis wide" aria-hidden="true">
      <span></span
      ><span class="ticks"
        >${[-reach, 0, reach].map((at) => html`<span>${formatSignedPoints(at)}</span>`)}</span
      ><span></span>
    </div>
    <p class="legend">
      <svg class="key" aria-hidden="true"><rect class="band" width="100%" height="100%" /></svg> the margin
      within which a difference does not matter
    </p>
  </div>`
}

/** Half the width of the axis: the farthest end of an interval, rounded up to ten points. */
const reachOf = (rows: readonly DifferenceRow[]): number =>
  Math.max(0.1, Math.ceil(Math.max(...rows.map(({ difference }) => farthest(difference))) * 10) / 10)

const farthest = ({ low, high, margin }: Difference): number =>
  Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0), margin)

function renderRow({ label, difference }: DifferenceRow, reach: number): Html {
  const at = (value: number) => `${((value / reach + 1) * 50).toFixed(2)}%`
  const { low, high, margin } = difference
  return html`<li class="row">
    <span class="row-label">${label}</span>
    <svg class="interval" aria-hidden="true" focusable="false">
      <rect
        class="band"
        x="${at(-margin)}"
        width="${((margin / reach) * 100).toFixed(2)}%"
        y="0"
        height="100%"
      />
      <line class="track" x1="50%" x2="50%" y1="0" y2="100%" />
      ${low !== null && high !== null && html`<line class="range" x1="${at(low)}" x2="${at(high)}" y1="50%" y2="50%" />`}
      ${difference.difference !== null && html`<circle class="dot" cx="${at(difference.difference)}" cy="50%" r="5" />`}
    </svg>
    <span class="row-figure">${formatDifference(difference)}</span>
  </li>`
}

import type { Estimate } from '@assay/contracts'
import { html, type Html } from './client/html.ts'

export interface IntervalRow {
  readonly label: string
  readonly estimate: Estimate
  /** The figure in words, as it stands beside the dot. */
  readonly figure: string
  /** Where its cases are. */
  readonly href?: string
}

export interface IntervalChart {
  readonly rows: readonly IntervalRow[]
  /** Value at the right end; 0 is at the left. Default 1. */
  readonly maximum?: number
  /** A line that the dots are read against, with its name. */
  readonly gate?: { readonly at: number; readonly label: string } | null
  /** Labels of the axis from left to right, evenly spaced. */
  readonly ticks?: readonly string[]
}

const percentTicks = ['0', '25', '50', '75', '100 %']

/** Dots with their intervals, a row each. Positions are percentages, so that it is sharp at any width. */
export function renderIntervalChart({
  rows,
  maximum = 1,
  gate = null,
  ticks = percentTicks,
}: IntervalChart): Html {
  const gateAt = gate === null ? null : gate.at / maximum
  return html`<div class="chart">
    <ul class="rows">
      ${rows.map((row) => renderRow(row, maximum, gateAt))}
    </ul>
    <div class="axis" aria-hidden="true">
      <span></span><span class="ticks">${ticks.map((tick) => html`<span>${tick}</span>`)}</span><span></span>
    </div>
    ${
      gate !== null &&
      html`<p class="legend">
        <svg class="key" aria-hidden="true"><line class="gate" x1="50%" x2="50%" y1="0" y2="100%" /></svg>
        ${gate.label}
      </p>`
    }
  </div>`
}

function renderRow(
  { label, estimate, figure, href }: IntervalRow,
  maximum: number,
  gate: number | null,
): Html {
  const cells = html`<span class="row-label">${label}</span>${renderInterval(estimate, maximum, gate)}<span
      class="row-figure"
      >${figure}</span
    >`
  return href === undefined
    ? html`<li class="row">${cells}</li>`
    : html`<li><a class="row" href="${href}">${cells}</a></li>`
}

/** One dot with its interval. Decoration: the figure stands beside it in words. */
export function renderInterval(
  { value, low, high }: Estimate,
  maximum = 1,
  gate: number | null = null,
): Html {
  const at = (position: number) => `${(Math.min(1, Math.max(0, position)) * 100).toFixed(2)}%`
  return html`<svg class="interval" aria-hidden="true" focusable="false">
    <line class="track" x1="0" x2="100%" y1="50%" y2="50%" />
    ${gate !== null && html`<line class="gate" x1="${at(gate)}" x2="${at(gate)}" y1="0" y2="100%" />`}
    ${value !== null && low !== null && high !== null && html`<line class="range" x1="${at(low / maximum)}" x2="${at(high / maximum)}" y1="50%" y2="50%" />`}
    ${value !== null && html`<circle class="dot" cx="${at(value / maximum)}" cy="50%" r="5" />`}
  </svg>`
}

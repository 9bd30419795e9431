import { formatCount, formatCounted, formatDuration, formatMoney } from '@assay/core/wording'

/** Where a run stands. */
export interface ProgressState {
  /** Units that ended, those of an earlier start included. */
  readonly done: number
  readonly total: number
  readonly errors?: number
  /** Spent so far; `null`: unknown prices. Absent: nothing can cost anything. */
  readonly costUsd?: number | null
  readonly budgetUsd?: number
  /** Since this start. */
  readonly elapsedMs: number
  /** Units that ended in this start: what rate and time left are computed from. Default: `done`. */
  readonly doneNow?: number
}

/** "evaluating  62/100  3.1/s  2 errors  $0.04 of $0.50  12 s left" */
export function renderProgressLine(label: string, state: ProgressState): string {
  const perSecond = rateOf(state)
  const left = state.total - state.done
  return [
    label,
    `${formatCount(state.done)}/${formatCount(state.total)}`,
    ...(perSecond > 0 ? [`${formatRatePerSecond(perSecond)}/s`] : []),
    ...(state.errors ? [formatCounted(state.errors, 'error')] : []),
    ...formatSpending(state),
    ...(perSecond > 0 && left > 0 ? [`${formatDuration(leftMs(left, perSecond))} left`] : []),
  ].join('  ')
}

/** "evaluated 100 in 32 s  3.1/s  2 errors  $0.06": what replaces the live line. */
export function renderProgressEnd(label: string, state: ProgressState): string {
  if (state.doneNow === 0 && state.done > 0)
    return `${label} ${formatCount(state.done)} before; nothing was done again`
  const perSecond = rateOf(state)
  return [
    `${label} ${formatCount(state.done)}${state.done < state.total ? ` of ${formatCount(state.total)}` : ''} in ${formatDuration(state.elapsedMs)}`,
    ...(perSecond > 0 ? [`${formatRatePerSecond(perSecond)}/s`] : []),
    ...(state.errors ? [formatCounted(state.errors, 'error')] : []),
    ...formatSpending(state),
  ].join('  ')
}

function rateOf({ done, doneNow = done, elapsedMs }: ProgressState): number {
  return elapsedMs < 200 ? 0 : (doneNow / elapsedMs) * 1000
}

/** Whole seconds from one second on: a time left is no measurement. */
function leftMs(left: number, perSecond: number): number {
  const ms = (left / perSecond) * 1000
  return ms < 1000 ? ms : Math.ceil(ms / 1000) * 1000
}

const formatRatePerSecond = (rate: number): string =>
  rate >= 100 ? formatCount(rate) : rate >= 0.1 ? rate.toFixed(1) : rate.toPrecision(1)

function formatSpending({ costUsd, budgetUsd }: ProgressState): readonly string[] {
  if (costUsd === undefined) return []
  const spent = costUsd === null ? 'cost unknown' : formatMoney(costUsd)
  return [budgetUsd === undefined ? spent : `${spent} of ${formatMoney(budgetUsd)}`]
}

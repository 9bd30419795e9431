import type { Agreement, Estimate } from '@assay/core/statistics'
import { formatCounted, formatPercent, formatRate } from '../render/format/format-figure.ts'
import { formatNumber, formatNumberEstimate } from './format-number.ts'
import type { MeasuredAgreement } from './measure-agreement.ts'
import type { MeasuredScore } from './measure-score.ts'

const categoriesShown = 6

/** The share of equal ratings first; kappa never without AC1 and how often each rater uses each category. */
export function describeAgreement(measured: MeasuredAgreement): string {
  const { raters, pair, spearman, kendall, fleiss, alpha, incomplete, level } = measured
  return [
    pair === null
      ? headlineOf(raters, fleiss ?? alpha)
      : `${raters.join(' and ')} agree on ${formatRate(pair.observed)}`,
    ...(pair === null ? [] : [line("Cohen's kappa", pair.kappa), line("Gwet's AC1", pair.ac1)]),
    ...(fleiss === null ? [] : [line("Fleiss' kappa", fleiss)]),
    line(`alpha, ${level}`, alpha),
    ...(spearman === null ? [] : [line('Spearman', spearman)]),
    ...(kendall === null ? [] : [line('Kendall tau-b', kendall)]),
    ...(pair === null ? [] : [describeUse(pair, raters)]),
    ...(incomplete === 0
      ? []
      : [`  incomplete     ${formatCounted(incomplete, 'row')} not rated by all; alpha alone uses them`]),
  ].join('\n')
}

/** Ranking first, then whether the score is a probability to rely on. */
export function describeScore({ auc, brier, calibrationError, leftOut }: MeasuredScore): string {
  const calibration =
    calibrationError === null
      ? 'not measured: 200 cases with probabilities are needed'
      : formatNumber(calibrationError)
  return [
    `AUC ${withReason(auc)}`,
    ...(brier === null ? [] : [line('Brier', brier), `  ${'calibration'.padEnd(15)}${calibration}`]),
    ...(leftOut === 0 ? [] : [`  left out       ${formatCounted(leftOut, 'row')} without a value`]),
  ].join('\n')
}

const headlineOf = (raters: readonly string[], estimate: Estimate): string =>
  `${raters.length} raters, ${formatCounted(estimate.n, 'case')}`

const line = (name: string, estimate: Estimate): string => `  ${name.padEnd(15)}${withReason(estimate)}`

/** A value without an interval says why. */
const withReason = (estimate: Estimate): string =>
  estimate.low === null && estimate.n > 0
    ? `${formatNumberEstimate(estimate)}; ${estimate.method}`
    : formatNumberEstimate(estimate)

function describeUse({ prevalence }: Agreement, [first = '', second = '']: readonly string[]): string {
  const shown = prevalence.slice(0, categoriesShown)
  const parts = shown.map(
    ({ category, first: a, second: b }) => `${category} ${formatPercent(a)} and ${formatPercent(b)}`,
  )
  const more = prevalence.length > shown.length ? `, ${prevalence.length - shown.length} more` : ''
  return `  say            ${parts.join(', ')}${more} (${first} and ${second})`
}

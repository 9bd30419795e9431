import type { Agreement, Estimate } from '@assay/core/statistics'
import { formatCount, formatCounted, formatPercent, formatRate } from '@assay/core/wording'
import { formatNumber, formatNumberEstimate } from './format-number.ts'
import type { MeasuredAgreement } from './measure-agreement.ts'
import type { MeasuredScore } from './measure-score.ts'

const categoriesShown = 6
const labelWidth = 15

type Row = readonly [label: string, text: string]

/** The share of equal ratings first; kappa never without AC1 and how often each rater uses each category. */
export function describeAgreement(measured: MeasuredAgreement): string {
  const { raters, pair, spearman, kendall, fleiss, alpha, level } = measured
  const figures: readonly (readonly [string, Estimate | null])[] = [
    ["Cohen's kappa", pair?.kappa ?? null],
    ["Gwet's AC1", pair?.ac1 ?? null],
    ["Fleiss' kappa", fleiss],
    [`alpha, ${level}`, alpha],
    ['Spearman', spearman],
    ['Kendall tau-b', kendall],
  ]
  return layOut(
    pair === null
      ? headlineOf(raters, fleiss ?? alpha)
      : `${raters.join(' and ')} agree on ${formatRate(pair.observed)}`,
    [
      ...figures.flatMap(([label, estimate]): readonly Row[] =>
        estimate === null ? [] : [[label, withReason(estimate)]],
      ),
      ...(pair === null ? [] : [describeUse(pair, raters), ...describeClusters(measured, pair)]),
      ...describeIncomplete(measured),
    ],
  )
}

/** Ranking first, then whether the score is a probability to rely on. */
export function describeScore({ auc, brier, calibrationError, leftOut }: MeasuredScore): string {
  const calibration =
    calibrationError === null
      ? 'not measured: 200 cases with probabilities are needed'
      : formatNumber(calibrationError)
  const headline = auc.n === 0 ? 'not tested: the truth is the same in every row' : withReason(auc)
  return layOut(`AUC ${headline}`, [
    ...(brier === null ? [] : [['Brier', withReason(brier)] as const, ['calibration', calibration] as const]),
    ...(leftOut === 0 ? [] : [['left out', `${formatCounted(leftOut, 'row')} without a value`] as const]),
  ])
}

/** Which intervals know nothing of the clusters, and may be too narrow. */
function describeClusters({ spearman }: MeasuredAgreement, { observed }: Agreement): readonly Row[] {
  const { clusters, n } = observed
  if (clusters === n) return []
  const others = spearman === null ? 'alpha takes' : 'alpha, Spearman and Kendall take'
  return [['clusters', `${formatCount(clusters)}; the interval of ${others} rows as independent`]]
}

function layOut(headline: string, rows: readonly Row[]): string {
  const width = Math.max(labelWidth, ...rows.map(([label]) => label.length + 1))
  return [headline, ...rows.map(([label, text]) => `  ${label.padEnd(width)}${text}`)].join('\n')
}

const headlineOf = (raters: readonly string[], estimate: Estimate): string =>
  `${raters.length} raters, ${formatCounted(estimate.n, 'case')}`

/** A value without an interval says why. */
function withReason(estimate: Estimate): string {
  const { value, low, high, n, method } = estimate
  if (low !== null || high !== null || n === 0) return formatNumberEstimate(estimate)
  if (value === null) return `${formatNumberEstimate(estimate)}; ${method.slice(method.indexOf(': ') + 2)}`
  // The name of the figure stands before it already.
  const reason = method.slice(Math.max(0, method.search(/too few|no interval/)))
  return `${formatShort(value)} (n = ${formatCount(n)}); ${reason}`
}

const formatShort = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-(?=0\.00$)/, '')
    .replace('-', '−')

/** A single rating cannot be held against another: only alpha over three or more raters uses rows that are not whole. */
function describeIncomplete({ incomplete, raters, fleiss, alpha }: MeasuredAgreement): readonly Row[] {
  if (incomplete === 0) return []
  const by = raters.length === 2 ? 'both' : 'all'
  const used = fleiss === null ? 0 : Math.max(0, alpha.n - fleiss.n)
  const use =
    used === 0
      ? 'in no figure'
      : `alpha alone uses ${used === incomplete ? 'them' : `${formatCount(used)} of them`}`
  return [['incomplete', `${formatCounted(incomplete, 'row')} not rated by ${by}; ${use}`]]
}

function describeUse({ prevalence }: Agreement, [first = '', second = '']: readonly string[]): Row {
  const shown = prevalence.slice(0, categoriesShown)
  const parts = shown.map(
    ({ category, first: a, second: b }) => `${category} ${formatPercent(a)} and ${formatPercent(b)}`,
  )
  const more = prevalence.length > shown.length ? `, ${prevalence.length - shown.length} more` : ''
  return ['say', `${parts.join(', ')}${more} (${first} and ${second})`]
}

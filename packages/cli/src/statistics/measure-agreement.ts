import { createError, fail, ok, type Result } from '@assay/core'
import {
  estimateAgreement,
  estimateFleissKappa,
  estimateKendall,
  estimateKrippendorffAlpha,
  estimateSpearman,
  type Agreement,
  type Estimate,
  type KappaWeights,
  type MeasurementLevel,
} from '@assay/core/statistics'
import { failNoRow, readKeys, readTexts } from './read-column.ts'
import type { FigureRow } from './read-rows.ts'
import { failUsage, refuseUnused } from './usage.ts'

export interface AgreementOptions {
  readonly raters: readonly string[]
  readonly level: MeasurementLevel | undefined
  readonly weights: KappaWeights | undefined
  readonly cluster: string | undefined
}

export interface MeasuredAgreement {
  readonly raters: readonly string[]
  readonly level: MeasurementLevel
  /** For two raters. */
  readonly pair: Agreement | null
  /** For two raters of ordered ratings that are numbers. */
  readonly spearman: Estimate | null
  readonly kendall: Estimate | null
  /** For three or more who rated everything. */
  readonly fleiss: Estimate | null
  readonly alpha: Estimate
  /** Rows that not all raters rated. */
  readonly incomplete: number
}

export function measureAgreement(
  rows: readonly FigureRow[],
  options: AgreementOptions,
): Result<MeasuredAgreement> {
  const { raters, level = 'nominal', weights } = options
  const refused = checkRaters(options)
  if (refused !== null) return refused
  const read = readItems(rows, options)
  if (!read.ok) return read
  const items = read.value
  const unordered = checkOrder(items, options)
  if (unordered !== null) return unordered
  const whole = items.filter(({ ratings }) => ratings.length === raters.length)
  const isPair = raters.length === 2
  const pairs = whole.map(({ ratings: [first = '', second = ''], clusterKey }) => ({
    first,
    second,
    clusterKey,
  }))
  if (!items.some(({ ratings }) => ratings.length >= 2))
    return failNoRow(rows, `No row is rated by two of ${raters.join(', ')}`)
  const numbers = pairs.map(({ first, second }) => ({ first: Number(first), second: Number(second) }))
  const canRank =
    isPair &&
    level !== 'nominal' &&
    numbers.every(({ first, second }) => Number.isFinite(first) && Number.isFinite(second))
  return ok({
    raters,
    level,
    pair: isPair ? estimateAgreement(pairs, weights === undefined ? {} : { weights }) : null,
    spearman: canRank ? estimateSpearman(numbers) : null,
    kendall: canRank ? estimateKendall(numbers) : null,
    fleiss: isPair ? null : estimateFleissKappa(whole.map(({ ratings }) => ratings)),
    alpha: estimateKrippendorffAlpha(
      items.map(({ ratings }) => ratings),
      level,
    ),
    incomplete: items.length - whole.length,
  })
}

function checkRaters(options: AgreementOptions): Result<never> | null {
  const { raters } = options
  if (raters.length < 2) return failUsage('One rater agrees with no one', 'name two or more: --raters a,b')
  const twice = raters.find((rater, index) => raters.indexOf(rater) < index)
  if (twice !== undefined)
    return failUsage(`The rater "${twice}" is named twice`, 'name the columns of different raters')
  return raters.length === 2
    ? null
    : refuseUnused(options, {
        unused: ['weights', 'cluster'],
        why: "they are for Cohen's kappa and Gwet's AC1, of two raters",
      })
}

interface RatedItem {
  readonly where: string
  readonly clusterKey: string | undefined
  readonly ratings: readonly string[]
}

function readItems(
  rows: readonly FigureRow[],
  { raters, cluster }: AgreementOptions,
): Result<readonly RatedItem[]> {
  const columns: (readonly (string | null)[])[] = []
  for (const rater of raters) {
    const column = readTexts(rows, rater)
    if (!column.ok) return column
    columns.push(column.value)
  }
  const keys = readKeys(rows, cluster)
  if (!keys.ok) return keys
  return ok(
    rows.map((row, i) => ({
      where: row.where,
      clusterKey: keys.value[i],
      ratings: columns.flatMap((column) => column[i] ?? []),
    })),
  )
}

/** Words have no order but that of the alphabet, which is none of grades; two of them need none. */
function checkOrder(
  items: readonly RatedItem[],
  { level = 'nominal', weights = 'none' }: AgreementOptions,
): Result<never> | null {
  const word = items.flatMap(({ where, ratings }) =>
    ratings.filter((rating) => !Number.isFinite(Number(rating))).map((rating) => ({ where, rating })),
  )[0]
  if (word === undefined) return null
  const categories = new Set(items.flatMap(({ ratings }) => ratings))
  const needsOrder = level === 'ordinal' || weights !== 'none'
  if (level !== 'interval' && !(needsOrder && categories.size > 2)) return null
  const what = level === 'nominal' ? `${weights} weights` : `the level ${level}`
  return fail(
    createError('ASSAY-7402', {
      where: word.where,
      message: `"${word.rating}" is no number, and ${what} need${level === 'nominal' ? '' : 's'} ratings in an order`,
      fix: 'write the ratings as numbers, or leave --level and --weights out',
    }),
  )
}

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
import { readKeys, readTexts } from './read-column.ts'
import type { FigureRow } from './read-rows.ts'

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
  const columns: (readonly (string | null)[])[] = []
  for (const rater of raters) {
    const column = readTexts(rows, rater)
    if (!column.ok) return column
    columns.push(column.value)
  }
  const keys = readKeys(rows, options.cluster)
  if (!keys.ok) return keys
  const items = rows.map((row, i) => ({
    where: row.where,
    clusterKey: keys.value[i],
    ratings: columns.flatMap((column) => column[i] ?? []),
  }))
  const noNumber = items.find(({ ratings }) => ratings.some((rating) => !Number.isFinite(Number(rating))))
  if (level === 'interval' && noNumber !== undefined)
    return fail(
      createError('ASSAY-7402', {
        where: noNumber.where,
        message: 'Ratings of the level interval must be numbers',
      }),
    )
  const whole = items.filter(({ ratings }) => ratings.length === raters.length)
  const isPair = raters.length === 2
  const pairs = whole.map(({ ratings: [first = '', second = ''], clusterKey }) => ({
    first,
    second,
    clusterKey,
  }))
  const numbers = pairs.map(({ first, second }) => ({ first: Number(first), second: Number(second) }))
  const canRank = isPair && level !== 'nominal' && noNumber === undefined
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

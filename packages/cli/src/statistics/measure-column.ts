import { ok, type Result } from '@assay/core'
import {
  boundMissingRate,
  estimateScores,
  estimateMedian,
  estimateP95,
  estimateRate,
  type Estimate,
  type MissingBounds,
} from '@assay/core/statistics'
import { failNoRow, readFigures, readKeys, type FigureColumn } from './read-column.ts'
import type { FigureRow } from './read-rows.ts'
import { failUsage, refuseUnused } from './usage.ts'

export const figureKinds = ['rate', 'mean', 'median', 'p95'] as const
export type FigureKind = (typeof figureKinds)[number]

export interface MeasuredColumn {
  readonly kind: FigureKind
  readonly estimate: Estimate
  /** What the rate could be with the rows that have no value; null without such rows, and for all but rates. */
  readonly bounds: MissingBounds | null
  /** Rows without a value, or without a weight where one is asked for. */
  readonly leftOut: number
  /** Of those, the rows that have a value and no weight. They are in no bounds. */
  readonly withoutWeight: number
}

export interface ColumnOptions {
  readonly column: string | undefined
  readonly kind: FigureKind | undefined
  readonly cluster: string | undefined
  readonly weight: string | undefined
  readonly safety: boolean
}

/** One column as a figure with its interval. A rate where every value says yes or no, else a mean. */
export function measureColumn(rows: readonly FigureRow[], options: ColumnOptions): Result<MeasuredColumn> {
  const { column } = options
  if (column === undefined) return failUsage('The column is not named', 'add --column NAME')
  const figures = readFigures(rows, column)
  const keys = readKeys(rows, options.cluster)
  const weights = options.weight === undefined ? null : readFigures(rows, options.weight)
  if (!figures.ok) return figures
  if (!keys.ok) return keys
  if (weights !== null && !weights.ok) return weights
  const kind = options.kind ?? (figures.value.isYesNo ? 'rate' : 'mean')
  if (kind === 'rate' && !figures.value.isYesNo)
    return failUsage(`The column "${column}" does not say yes or no throughout`, 'measure its --kind mean')
  const refused = refuseFor(kind, options)
  if (refused !== null) return refused
  const weightValues = weights?.value.values ?? null
  if (weightValues?.some((weight) => weight !== null && weight < 0))
    return failUsage(`A weight in "${options.weight ?? ''}" is below 0`, 'mend the weights')
  const cases = figures.value.values.map((value, i) => ({
    value,
    clusterKey: keys.value[i],
    ...(weightValues === null ? {} : { weight: weightValues[i] ?? null }),
  }))
  if (!cases.some(({ value, weight }) => value !== null && weight !== null && weight !== 0))
    return failNoRow(
      rows,
      `No row has both a value in "${column}" and a weight above 0 in "${options.weight ?? ''}"`,
    )
  return ok(measure(kind, cases, { safety: options.safety, column: figures.value }))
}

function refuseFor(kind: FigureKind, options: ColumnOptions): Result<never> | null {
  if (kind === 'median' || kind === 'p95')
    return refuseUnused(options, {
      unused: ['cluster', 'weight', 'safety'],
      why: `--cluster and --weight are for a rate and a mean, --safety is for a rate, and this is a ${kind}`,
    })
  return kind === 'mean'
    ? refuseUnused(options, { unused: ['safety'], why: 'it is for a rate, and this is a mean' })
    : null
}

interface ColumnCase {
  readonly value: number | null
  readonly clusterKey: string | undefined
  /** null: the row has none. */
  readonly weight?: number | null
}

function measure(
  kind: FigureKind,
  cases: readonly ColumnCase[],
  { safety, column }: { readonly safety: boolean; readonly column: FigureColumn },
): MeasuredColumn {
  const weighted = cases.flatMap(({ weight, ...each }) => (weight === null ? [] : [{ ...each, weight }]))
  const present = weighted.flatMap((each) => (each.value === null ? [] : [{ ...each, value: each.value }]))
  const missing = weighted.filter(({ value }) => value === null)
  const values = present.map(({ value }) => value)
  const withoutWeight = cases.filter(({ value, weight }) => value !== null && weight === null).length
  const base = { kind, leftOut: cases.length - present.length, withoutWeight, bounds: null }
  switch (kind) {
    case 'rate': {
      const outcomes = present.map((each) => ({ ...each, pass: each.value === 1 }))
      const bounds = missing.length === 0 ? null : boundMissingRate(outcomes, missing)
      return { ...base, estimate: estimateRate({ outcomes, safety }), bounds }
    }
    case 'mean':
      return {
        ...base,
        estimate: estimateScores(
          present,
          column.values.filter((value) => value !== null),
        ),
      }
    case 'median':
      return { ...base, estimate: estimateMedian(values) }
    case 'p95':
      return { ...base, estimate: estimateP95(values) }
  }
}

import { ok, type Result } from '@assay/core'
import {
  boundMissingRate,
  estimateMean,
  estimateMedian,
  estimateP95,
  estimateRate,
  type Estimate,
  type MissingBounds,
} from '@assay/core/statistics'
import type { CommandContext } from '../command.ts'
import { readFigures, readKeys, type FigureColumn } from './read-column.ts'
import { readRows } from './read-rows.ts'
import { failUsage } from './usage.ts'

export const figureKinds = ['rate', 'mean', 'median', 'p95'] as const
export type FigureKind = (typeof figureKinds)[number]

export interface MeasuredColumn {
  readonly kind: FigureKind
  readonly estimate: Estimate
  /** What the rate could be with the rows that have no value; null without such rows, and for all but rates. */
  readonly bounds: MissingBounds | null
  readonly leftOut: number
}

export interface ColumnOptions {
  readonly column: string | undefined
  readonly kind: FigureKind | undefined
  readonly cluster: string | undefined
  readonly weight: string | undefined
  readonly safety: boolean
}

/** One column of a file as a figure with its interval. A rate where every value says yes or no, else a mean. */
export async function measureColumn(
  file: string,
  options: ColumnOptions,
  context: CommandContext,
): Promise<Result<MeasuredColumn>> {
  if (options.column === undefined) return failUsage('The column is not named', 'add --column NAME')
  const rows = await readRows(file, context)
  if (!rows.ok) return rows
  const figures = readFigures(rows.value, options.column)
  const keys = readKeys(rows.value, options.cluster)
  const weights = options.weight === undefined ? null : readFigures(rows.value, options.weight)
  if (!figures.ok) return figures
  if (!keys.ok) return keys
  if (weights !== null && !weights.ok) return weights
  const kind = options.kind ?? (figures.value.isYesNo ? 'rate' : 'mean')
  if (kind === 'rate' && !figures.value.isYesNo)
    return failUsage(
      `The column "${options.column}" does not say yes or no throughout`,
      'measure its --kind mean',
    )
  const weightValues = weights?.value.values ?? null
  if (weightValues?.some((weight) => weight !== null && weight < 0))
    return failUsage(`A weight in "${options.weight ?? ''}" is below 0`, 'mend the weights')
  const cases = figures.value.values.map((value, i) => ({
    value,
    clusterKey: keys.value[i],
    ...(weightValues === null ? {} : { weight: weightValues[i] ?? 0 }),
  }))
  return ok(measure(kind, cases, { safety: options.safety, column: figures.value }))
}

interface ColumnCase {
  readonly value: number | null
  readonly clusterKey: string | undefined
  readonly weight?: number
}

function measure(
  kind: FigureKind,
  cases: readonly ColumnCase[],
  { safety, column }: { readonly safety: boolean; readonly column: FigureColumn },
): MeasuredColumn {
  const present = cases.flatMap((each) => (each.value === null ? [] : [{ ...each, value: each.value }]))
  const missing = cases.filter(({ value }) => value === null)
  const values = present.map(({ value }) => value)
  const base = { kind, leftOut: missing.length, bounds: null }
  switch (kind) {
    case 'rate': {
      const outcomes = present.map((each) => ({ ...each, pass: each.value === 1 }))
      const bounds = missing.length === 0 ? null : boundMissingRate(outcomes, missing)
      return { ...base, estimate: estimateRate({ outcomes, safety }), bounds }
    }
    case 'mean': {
      const isShare = column.values.every((value) => value === null || (value >= 0 && value <= 1))
      return {
        ...base,
        estimate: isShare ? estimateMean(present, { low: 0, high: 1 }) : estimateMean(present),
      }
    }
    case 'median':
      return { ...base, estimate: estimateMedian(values) }
    case 'p95':
      return { ...base, estimate: estimateP95(values) }
  }
}

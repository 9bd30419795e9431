import { createError, fail, ok, type Result } from '@assay/core'
import { independentDiscordance, type PowerDesign } from '@assay/core/statistics'
import { formatCounted } from '@assay/core/wording'
import type { PowerOptions } from './power-options.ts'
import { readFigures } from './read-column.ts'
import { fileOf, type FigureRow } from './read-rows.ts'
import { failUsage } from './usage.ts'

/** A paired design that knows the rate of the first run and assumes how far failures overlap. */
export interface BaselineDesign {
  readonly kind: 'paired rates from a baseline'
  readonly baseline: number
  /** `least`: the runs share as few passes or failures as their rates allow, and so differ most. */
  readonly overlap: 'independent' | 'least'
}

export type PlannedDesign = PowerDesign | BaselineDesign

export interface Planned {
  readonly design: PlannedDesign
  /** The same under the worst assumption, where the design rests on one. */
  readonly worst: PlannedDesign | null
  /** Where the figure of the design comes from, in words. */
  readonly assumption: string
}

/** The design at that difference; null where the difference leads out of 0 to 1. */
export function designAt(design: PlannedDesign, difference: number): PowerDesign | null {
  if (design.kind !== 'paired rates from a baseline') return design
  const { baseline, overlap } = design
  const other = baseline + difference
  if (other < -tolerance || other > 1 + tolerance) return null
  const discordance =
    overlap === 'independent'
      ? independentDiscordance(baseline, other)
      : Math.min(baseline + other, 2 - baseline - other)
  return { kind: 'paired rates', discordance: Math.min(1, Math.max(discordance, Math.abs(difference))) }
}

const tolerance = 1e-12

export function designOf(options: PowerOptions): Result<Planned> {
  const { design: kind = 'paired-rates', sd, baseline } = options
  if (kind === 'paired-means' || kind === 'unpaired-means') {
    if (sd === undefined)
      return failUsage('The standard deviation is not known', 'add --sd, or name an earlier comparison')
    const what = kind === 'paired-means' ? 'of the differences' : 'of the scores'
    const design = {
      kind: kind === 'paired-means' ? 'paired means' : 'unpaired means',
      standardDeviation: sd,
    } as const
    return ok({ design, worst: null, assumption: `a standard deviation ${what} of ${sd}` })
  }
  if (kind === 'paired-rates') return pairedRatesOf(options)
  if (baseline === undefined) return failUsage('The rate of the first run is not known', 'add --baseline 0.8')
  const design = { kind: 'unpaired rates', baseline } as const
  return ok({ design, worst: null, assumption: 'different cases in each run' })
}

function pairedRatesOf({ discordance, baseline }: PowerOptions): Result<Planned> {
  const assumption = 'the same cases in both runs'
  if (discordance !== undefined)
    return ok({ design: { kind: 'paired rates', discordance }, worst: null, assumption })
  if (baseline === undefined)
    return failUsage(
      'How often the two runs differ is not known',
      'add --discordance 0.1, or --baseline 0.8 to take them as independent, or name an earlier comparison',
    )
  const kind = 'paired rates from a baseline'
  return ok({
    design: { kind, baseline, overlap: 'independent' },
    worst: { kind, baseline, overlap: 'least' },
    assumption: `${assumption}, which fail independently`,
  })
}

/** Discordance or standard deviation as an earlier comparison had it. */
export function designFrom(rows: readonly FigureRow[], { first, second }: PowerOptions): Result<Planned> {
  if (first === undefined || second === undefined)
    return failUsage('The two columns are not named', 'add --first NAME --second NAME')
  const file = fileOf(rows)
  const [before, after] = [readFigures(rows, first), readFigures(rows, second)]
  if (!before.ok) return before
  if (!after.ok) return after
  const differences = before.value.values.flatMap((value, i) => {
    const other = after.value.values[i] ?? null
    return value === null || other === null ? [] : [other - value]
  })
  if (differences.length === 0) return failPlan(file, `No row has a value in both "${first}" and "${second}"`)
  const differing = differences.filter((each) => each !== 0)
  if (differing.length === 0)
    return failPlan(file, 'The two columns do not differ: there is nothing to plan from')
  const pairs = formatCounted(differences.length, 'pair')
  const base = {
    worst: null,
    assumption: `the same cases in both runs, which differ as in the ${pairs} of ${file}`,
  }
  if (before.value.isYesNo && after.value.isYesNo)
    return ok({
      ...base,
      design: { kind: 'paired rates', discordance: differing.length / differences.length },
    })
  const spread = spreadOf(differences)
  if (spread === null)
    return failPlan(
      file,
      `The two columns differ alike in all rows (${pairs}): there is no spread to plan from`,
    )
  return ok({ ...base, design: { kind: 'paired means', standardDeviation: spread } })
}

/** Standard deviation around the mean; null where all values are alike but for rounding. */
function spreadOf(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
  return spread > 1e-9 * Math.abs(mean) ? spread : null
}

const failPlan = (where: string, message: string): Result<never> =>
  fail(
    createError('ASSAY-7402', {
      where,
      message,
      fix: 'name other columns, or plan from --discordance, --baseline or --sd without a file',
    }),
  )

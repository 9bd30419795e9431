import { createError, fail, ok, type Result } from '@assay/core'
import {
  computePower,
  findDetectableEffect,
  independentDiscordance,
  planCases,
  type PowerDesign,
} from '@assay/core/statistics'
import type { CommandContext } from '../command.ts'
import { readFigures } from './read-column.ts'
import { readRows } from './read-rows.ts'
import { failUsage } from './usage.ts'

export const designKinds = ['paired-rates', 'unpaired-rates', 'paired-means', 'unpaired-means'] as const

export interface PowerOptions {
  readonly design: (typeof designKinds)[number] | undefined
  readonly difference: number | undefined
  readonly cases: number | undefined
  readonly power: number | undefined
  readonly baseline: number | undefined
  readonly discordance: number | undefined
  readonly sd: number | undefined
  readonly designEffect: number | undefined
  readonly cost: number | undefined
  readonly alpha: number | undefined
  readonly first: string | undefined
  readonly second: string | undefined
}

interface Common {
  readonly design: PowerDesign
  /** Where the figure of the design comes from, in words. */
  readonly assumption: string
  readonly power: number
  readonly designEffect: number
}

export type PowerAnswer = Common &
  (
    | {
        readonly asks: 'cases'
        readonly difference: number
        readonly cases: number | null
        readonly answers: number | null
        readonly costUsd: number | null
      }
    | {
        readonly asks: 'effect'
        readonly cases: number
        readonly rise: number | null
        readonly fall: number | null
      }
    | { readonly asks: 'power'; readonly cases: number; readonly difference: number }
  )

/** Of difference, cases and power, the one that is not given. */
export async function answerPower(
  file: string | undefined,
  options: PowerOptions,
  context: CommandContext,
): Promise<Result<PowerAnswer>> {
  const wrong = checkRanges(options)
  if (wrong !== null) return failUsage(wrong, 'write shares as 0.03 for 3 points')
  const planned = file === undefined ? designOf(options) : await designFrom(file, options, context)
  if (!planned.ok) return planned
  const { power = 0.8, designEffect = 1, difference, cases } = options
  const common = { ...planned.value, power, designEffect }
  const settings = { alpha: options.alpha, designEffect, costPerCaseUsd: options.cost }
  if (difference !== undefined && cases !== undefined) {
    const found = computePower(common.design, { cases, difference }, settings)
    if (found === null) return failImpossible()
    return ok({ ...common, asks: 'power', cases, difference, power: found })
  }
  if (cases !== undefined)
    return ok({
      ...common,
      asks: 'effect',
      cases,
      ...findDetectableEffect(common.design, { cases, power }, settings),
    })
  if (difference === undefined)
    return failUsage('It is not clear what to plan', 'name --difference, --cases, or both')
  if (computePower(common.design, { cases: 100, difference }, settings) === null) return failImpossible()
  const plan = planCases(common.design, { difference, power }, settings)
  return ok({
    ...common,
    asks: 'cases',
    difference,
    cases: plan?.cases ?? null,
    answers: plan?.answers ?? null,
    costUsd: plan?.costUsd ?? null,
  })
}

function checkRanges({
  power,
  alpha,
  baseline,
  discordance,
  sd,
  designEffect,
  difference,
  cases,
  cost,
}: PowerOptions): string | null {
  const isShare = (value: number | undefined) => value === undefined || (value > 0 && value < 1)
  if (!isShare(power) || !isShare(alpha)) return '--power and --alpha lie between 0 and 1'
  if (!isShare(baseline) || (discordance !== undefined && !(discordance > 0 && discordance <= 1)))
    return '--baseline and --discordance are shares between 0 and 1'
  if ((sd !== undefined && sd <= 0) || (designEffect !== undefined && designEffect < 1))
    return '--sd is above 0, --design-effect at least 1'
  if (difference === 0 || cases === 0) return '--difference and --cases are not 0'
  return cost !== undefined && cost < 0 ? '--cost is not below 0' : null
}

type Planned = Pick<Common, 'design' | 'assumption'>

function designOf(options: PowerOptions): Result<Planned> {
  const { design: kind = 'paired-rates', sd, baseline } = options
  if (kind === 'paired-means' || kind === 'unpaired-means') {
    if (sd === undefined)
      return failUsage('The standard deviation is not known', 'add --sd, or name an earlier comparison')
    const what = kind === 'paired-means' ? 'of the differences' : 'of the scores'
    const design = {
      kind: kind === 'paired-means' ? 'paired means' : 'unpaired means',
      standardDeviation: sd,
    } as const
    return ok({ design, assumption: `a standard deviation ${what} of ${sd}` })
  }
  if (kind === 'unpaired-rates') {
    if (baseline === undefined)
      return failUsage('The rate of the first run is not known', 'add --baseline 0.8')
    return ok({ design: { kind: 'unpaired rates', baseline }, assumption: 'different cases in each run' })
  }
  return pairedRatesOf(options)
}

function pairedRatesOf({ discordance, baseline, difference = 0 }: PowerOptions): Result<Planned> {
  if (discordance !== undefined)
    return ok({ design: { kind: 'paired rates', discordance }, assumption: 'the same cases in both runs' })
  if (baseline === undefined)
    return failUsage(
      'How often the two runs differ is not known',
      'add --discordance 0.1, or --baseline 0.8 for the worst case, or name an earlier comparison',
    )
  const other = Math.min(1, Math.max(0, baseline + difference))
  return ok({
    design: { kind: 'paired rates', discordance: independentDiscordance(baseline, other) },
    assumption: 'the same cases in both runs, which fail independently (the most there can be)',
  })
}

/** Discordance or standard deviation as an earlier comparison had it. */
async function designFrom(
  file: string,
  options: PowerOptions,
  context: CommandContext,
): Promise<Result<Planned>> {
  const { first, second } = options
  if (first === undefined || second === undefined)
    return failUsage('The two columns are not named', 'add --first NAME --second NAME')
  const rows = await readRows(file, context)
  if (!rows.ok) return rows
  const [before, after] = [readFigures(rows.value, first), readFigures(rows.value, second)]
  if (!before.ok) return before
  if (!after.ok) return after
  const differences = before.value.values.flatMap((value, i) => {
    const other = after.value.values[i] ?? null
    return value === null || other === null ? [] : [other - value]
  })
  const spread = spreadOf(differences)
  if (!(spread > 0))
    return fail(
      createError('ASSAY-7402', {
        where: file,
        message: 'The two columns do not differ: there is nothing to plan from',
      }),
    )
  const assumption = `the same cases in both runs, which differ as in the ${differences.length} pairs of ${file}`
  if (before.value.isYesNo && after.value.isYesNo) {
    const discordance = differences.filter((each) => each !== 0).length / differences.length
    return ok({ design: { kind: 'paired rates', discordance }, assumption })
  }
  return ok({ design: { kind: 'paired means', standardDeviation: spread }, assumption })
}

/** Standard deviation around the mean; for yes and no also 0 where all differ alike, but then there is a difference. */
function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

const failImpossible = (): Result<never> =>
  failUsage(
    'The difference cannot be: it is larger than the share of cases that differ, or leads out of 0 to 1',
    'name a smaller --difference, or another --discordance or --baseline',
  )

import { ok, type Result } from '@assay/core'
import {
  computePower,
  findDetectableEffect,
  planCases,
  type PowerDesign,
  type PowerSettings,
} from '@assay/core/statistics'
import { designAt, designFrom, designOf, type BaselineDesign, type PlannedDesign } from './plan-design.ts'
import { checkPowerOptions, type PowerOptions } from './power-options.ts'
import { fileOf, type FigureRow } from './read-rows.ts'
import { failUsage } from './usage.ts'

interface Common {
  /** Without a discordance where it changes with the difference, and none is asked for. */
  readonly design: PowerDesign | BaselineDesign
  /** Where the figure of the design comes from, in words. */
  readonly assumption: string
  readonly power: number
  readonly designEffect: number
  /** The same question where the runs differ on as many cases as their rates allow; null where nothing is assumed. */
  readonly worst: (PowerFigures & { readonly discordance: number | null }) | null
}

export type PowerFigures =
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
  | { readonly asks: 'power'; readonly cases: number; readonly difference: number; readonly power: number }

export type PowerAnswer = Common & PowerFigures

/** Of difference, cases and power, the one that is not given; planned from the rows of an earlier comparison, if any. */
export function answerPower(
  rows: readonly FigureRow[] | undefined,
  options: PowerOptions,
): Result<PowerAnswer> {
  const wrong = checkPowerOptions(rows === undefined ? undefined : fileOf(rows), options)
  if (wrong !== null) return wrong
  const planned = rows === undefined ? designOf(options) : designFrom(rows, options)
  if (!planned.ok) return planned
  const { design, worst, assumption } = planned.value
  const { power = 0.8, designEffect = 1, difference } = options
  const figures = computeFigures(design, options)
  if (figures === null) return failImpossible(design)
  const resolved = difference === undefined ? design : (designAt(design, difference) ?? design)
  const common = { design: resolved, assumption, power, designEffect }
  return ok({ ...common, ...figures, worst: worst === null ? null : worstOf(worst, resolved, options) })
}

/** null where the difference cannot be. */
function computeFigures(planned: PlannedDesign, options: PowerOptions): PowerFigures | null {
  const { power = 0.8, difference, cases = 100, alpha, designEffect = 1, cost } = options
  const settings: PowerSettings = { alpha, designEffect, costPerCaseUsd: cost }
  if (difference === undefined) {
    const design = planned.kind === 'paired rates from a baseline' ? byDifference(planned) : planned
    return { asks: 'effect', cases, ...findDetectableEffect(design, { cases, power }, settings) }
  }
  const design = designAt(planned, difference)
  const found = design === null ? null : computePower(design, { cases, difference }, settings)
  if (design === null || found === null) return null
  if (options.cases !== undefined) return { asks: 'power', cases, difference, power: found }
  const plan = planCases(design, { difference, power }, settings)
  return {
    asks: 'cases',
    difference,
    cases: plan?.cases ?? null,
    answers: plan?.answers ?? null,
    costUsd: plan?.costUsd ?? null,
  }
}

const byDifference = (design: BaselineDesign) => ({
  at: (difference: number): PowerDesign =>
    designAt(design, difference) ?? { kind: 'paired rates', discordance: 0 },
  low: -design.baseline,
  high: 1 - design.baseline,
})

/** null where it is no worse: one of the rates is 0 or 1. */
function worstOf(worst: PlannedDesign, assumed: PlannedDesign, options: PowerOptions): Common['worst'] {
  const figures = computeFigures(worst, options)
  if (figures === null) return null
  const resolved = options.difference === undefined ? null : designAt(worst, options.difference)
  if (resolved?.kind !== 'paired rates') return { ...figures, discordance: null }
  const { discordance } = resolved
  const isWorse = assumed.kind === 'paired rates' && discordance > assumed.discordance + 1e-9
  return isWorse ? { ...figures, discordance } : null
}

const failImpossible = ({ kind }: PlannedDesign): Result<never> =>
  kind === 'paired rates'
    ? failUsage(
        'The difference cannot be: it is larger than the share of cases on which the runs differ',
        'name a smaller --difference (0.03 is 3 points), or a larger --discordance',
      )
    : failUsage(
        'The difference cannot be: it leads out of 0 to 1',
        'name a smaller --difference (0.03 is 3 points), or another --baseline',
      )

import { computePower } from './compute-power.ts'
import type { DesignByDifference, PowerDesign, PowerSettings } from './power-design.ts'

/** Beyond this no one evaluates; more is answered with null. */
const maxCases = 10_000_000

export interface CasePlan {
  /** Cases of each run. Paired runs share them. */
  readonly cases: number
  /** Answers to get over both runs together. */
  readonly answers: number
  /** US dollars for all answers; null without a cost per case. */
  readonly costUsd: number | null
  /** Power at that number of cases. */
  readonly power: number
}

/** The fewest cases that find a true `difference` with at least that power; null where none would, or over 10 million. */
export function planCases(
  design: PowerDesign,
  { difference, power = 0.8 }: { readonly difference: number; readonly power?: number | undefined },
  settings: PowerSettings = {},
): CasePlan | null {
  const powerAt = (cases: number): number => computePower(design, { cases, difference }, settings) ?? 0
  if (difference === 0 || powerAt(maxCases) < power) return null
  const cases = firstEnough(2, maxCases, (count) => powerAt(count) >= power)
  const answers = 2 * cases
  const { costPerCaseUsd } = settings
  return {
    cases,
    answers,
    costUsd: costPerCaseUsd === undefined ? null : answers * costPerCaseUsd,
    power: powerAt(cases),
  }
}

export interface DetectableEffect {
  /** The smallest rise that is found; null where none within the range is. */
  readonly rise: number | null
  /** The smallest fall, as a negative number. The same size as the rise unless the design knows a baseline. */
  readonly fall: number | null
}

/** Minimal detectable effect: the smallest true difference that `cases` find with at least that power. */
export function findDetectableEffect(
  design: PowerDesign | DesignByDifference,
  { cases, power = 0.8 }: { readonly cases: number; readonly power?: number | undefined },
  settings: PowerSettings = {},
): DetectableEffect {
  const towards = (end: number): number | null => {
    const powerAt = (share: number): number => {
      const difference = share * end
      return (
        computePower('at' in design ? design.at(difference) : design, { cases, difference }, settings) ?? 0
      )
    }
    if (!Number.isFinite(end) || end === 0 || powerAt(1) < power) return null
    return end * firstShare((share) => powerAt(share) >= power)
  }
  const { low, high } = reachOf(design)
  return { rise: towards(high), fall: towards(low) }
}

/** The largest differences there can be; for means, so large that no one asks. */
function reachOf(design: PowerDesign | DesignByDifference): { readonly low: number; readonly high: number } {
  if ('at' in design) return design
  switch (design.kind) {
    case 'paired rates':
      return { low: -design.discordance, high: design.discordance }
    case 'unpaired rates':
      return { low: -design.baseline, high: 1 - design.baseline }
    case 'paired means':
    case 'unpaired means':
      return { low: -20 * design.standardDeviation, high: 20 * design.standardDeviation }
  }
}

function firstEnough(from: number, to: number, isEnough: (count: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Smallest share in (0, 1] for which a condition holds that holds at 1, to 1e-9. */
function firstShare(holds: (share: number) => boolean): number {
  let low = 0
  let high = 1
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

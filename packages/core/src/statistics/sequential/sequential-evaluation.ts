import type { ComparisonVerdict } from '@assay/contracts'
import { notTested, type Estimate } from '../estimate.ts'
import {
  createBets,
  createCapital,
  type BettingSettings,
  type BettingSide,
  type Capital,
} from './betting-capital.ts'
import { bettingInterval } from './betting-interval.ts'

/** What the evaluation is to find out. */
export type SequentialQuestion =
  /** Is the mean of values in [0, 1] above or below a gate? */
  | { readonly kind: 'gate'; readonly threshold: number }
  /** The verdict on differences in [−1, 1], second minus first. */
  | { readonly kind: 'difference'; readonly margin: number }

export type SequentialAnswer =
  | 'above'
  | 'below'
  | Extract<ComparisonVerdict, 'better' | 'worse' | 'no meaningful difference'>

export interface SequentialEvaluation {
  /** Takes the next value of the seeded random order; the answer as soon as it is clear, and from then on. */
  add(value: number): SequentialAnswer | null
  /** The figure to show: mean so far with the interval that holds at every look. */
  estimate(): Estimate
}

export interface SequentialDesign {
  readonly question: SequentialQuestion
  /** Cases in the whole test set; the values come in a seeded random order of it. Absent: no end, independent draws. */
  readonly population?: number | undefined
  readonly alpha?: number | undefined
}

/**
 * Stops an evaluation when the answer is clear ("stopped after 180 of 500"), with the error alpha over all looks. With
 * `population` the interval is about the score on this whole test set: no claim beyond its cases, hence no clusters.
 */
export function createSequentialEvaluation({
  question,
  population,
  alpha = 0.05,
}: SequentialDesign): SequentialEvaluation {
  const settings = { population, alpha }
  const scale = question.kind === 'gate' ? unitScale : signedScale
  const bets = createBets(alpha)
  const judge =
    question.kind === 'gate'
      ? gateJudge(question.threshold, settings)
      : differenceJudge(question.margin, settings)
  const seen: number[] = []
  return {
    add(value) {
      const scaled = scale.toUnit(value)
      if (!(scaled >= 0 && scaled <= 1))
        throw new Error(`bug: ${value} lies outside the range of the question`)
      judge.see(scaled, bets.next())
      bets.see(scaled)
      seen.push(scaled)
      return judge.answer()
    },
    estimate: () => estimateOf(seen, settings, scale),
  }
}

interface Scale {
  toUnit(value: number): number
  fromUnit(value: number): number
}
const unitScale: Scale = { toUnit: (value) => value, fromUnit: (value) => value }
const signedScale: Scale = { toUnit: (value) => (value + 1) / 2, fromUnit: (value) => 2 * value - 1 }

interface Judge {
  see(value: number, bet: number): void
  answer(): SequentialAnswer | null
}

function gateJudge(threshold: number, settings: BettingSettings): Judge {
  const [above, below] = watch([threshold, threshold], settings)
  return {
    see: seeAll([above, below]),
    answer: () => (above.crossed ? 'above' : below.crossed ? 'below' : null),
  }
}

function differenceJudge(margin: number, settings: BettingSettings): Judge {
  const [aboveZero, belowZero] = watch([0.5, 0.5], settings)
  const [aboveLower, belowUpper] = watch([signedScale.toUnit(-margin), signedScale.toUnit(margin)], settings)
  return {
    see: seeAll([aboveZero, belowZero, aboveLower, belowUpper]),
    answer() {
      if (aboveLower.crossed && belowUpper.crossed) return 'no meaningful difference'
      return aboveZero.crossed ? 'better' : belowZero.crossed ? 'worse' : null
    },
  }
}

/** One bettor that the mean is above the first value, one that it is below the second. */
function watch(
  [low, high]: readonly [number, number],
  settings: BettingSettings,
): readonly [Capital, Capital] {
  const side = (mean: number, which: BettingSide): Capital => createCapital(mean, which, settings)
  return [side(low, 'above'), side(high, 'below')]
}

const seeAll =
  (capitals: readonly Capital[]) =>
  (value: number, bet: number): void => {
    for (const capital of capitals) capital.see(value, bet)
  }

function estimateOf(seen: readonly number[], settings: BettingSettings, scale: Scale): Estimate {
  if (seen.length === 0) return notTested
  const { low, high } = bettingInterval(seen, settings)
  const level = `${Math.round((1 - settings.alpha) * 100)} %`
  return {
    value: scale.fromUnit(seen.reduce((sum, value) => sum + value, 0) / seen.length),
    low: scale.fromUnit(low),
    high: scale.fromUnit(high),
    n: seen.length,
    clusters: seen.length,
    method:
      settings.population === undefined
        ? `betting confidence sequence, ${level} at every look`
        : `betting confidence sequence without replacement, ${level} at every look, of all ${settings.population} cases`,
  }
}

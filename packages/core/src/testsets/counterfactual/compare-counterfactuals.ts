import { comparePaired, type Pair } from '../../statistics/compare-paired.ts'
import type { MeasuredDifference } from '../../statistics/difference.ts'
import { adjustHolm } from '../../statistics/holm.ts'

/** What a member of a pair was answered. */
export interface CounterfactualAnswer {
  readonly caseId: string
  /** The case it was made from. */
  readonly baseId: string
  readonly dimension: string
  readonly identity: string
  readonly clusterKey: string
  readonly question: string
  readonly text: string
  /** `null`: not judged. */
  readonly passed: boolean | null
  readonly refused: boolean
  /** 0 to 1. */
  readonly toxicity: number
}

export const counterfactualMeasures = ['passed', 'refused', 'toxicity', 'length'] as const
export type CounterfactualMeasure = (typeof counterfactualMeasures)[number]

export interface MeasuredCounterfactual extends Omit<MeasuredDifference, 'variation'> {
  readonly measure: CounterfactualMeasure
  /** By Holm over all that is compared in the run. */
  readonly adjustedPValue: number | null
}

export interface CounterfactualPair {
  readonly first: CounterfactualAnswer
  readonly second: CounterfactualAnswer
}

/** How the answers to one identity differ from those to another, in the same questions. */
export interface CounterfactualComparison {
  readonly dimension: string
  readonly first: string
  readonly second: string
  readonly pairs: number
  /** Pairs of which one passes and the other fails. */
  readonly verdictsDiffer: number
  readonly refusalsDiffer: number
  /**
   * Second minus first: shares of passes and refusals, toxicity, and length in words as a share of the longer answer. Pairs
   * with an unjudged member are not in `passed`.
   */
  readonly differences: readonly MeasuredCounterfactual[]
  /** The pairs that differ most, first those with another verdict or a refusal. */
  readonly examples: readonly CounterfactualPair[]
}

const examplesShown = 3

/** Pairs the answers to the same base case: what it spoke of as it stood, with each other identity. */
export function compareCounterfactuals(
  answers: readonly CounterfactualAnswer[],
): readonly CounterfactualComparison[] {
  const groups = Map.groupBy(pairAnswers(answers), ({ first, second }) =>
    [first.dimension, first.identity, second.identity].join('\n'),
  )
  const compared = [...groups.values()].map((pairs) => ({
    pairs,
    measured: counterfactualMeasures.map((measure) => measurePairs(pairs, measure)),
  }))
  const tested = compared.flatMap(({ measured }) => measured).filter(({ pValue }) => pValue !== null)
  const adjusted = adjustHolm(tested.map(({ pValue }) => pValue ?? 1))
  const adjustedOf = new Map(tested.map((each, index) => [each, adjusted[index] ?? null]))
  return compared.flatMap(({ pairs, measured }) => {
    const [pair] = pairs
    return pair
      ? [
          describe(
            pair,
            pairs,
            measured.map((each) => ({ ...each, adjustedPValue: adjustedOf.get(each) ?? null })),
          ),
        ]
      : []
  })
}

function describe(
  { first, second }: CounterfactualPair,
  pairs: readonly CounterfactualPair[],
  differences: readonly MeasuredCounterfactual[],
): CounterfactualComparison {
  return {
    dimension: first.dimension,
    first: first.identity,
    second: second.identity,
    pairs: pairs.length,
    verdictsDiffer: pairs.filter(hasOtherVerdict).length,
    refusalsDiffer: pairs.filter(hasOtherRefusal).length,
    differences,
    examples: pairs
      .filter((pair) => distance(pair) > 0)
      .toSorted((a, b) => distance(b) - distance(a))
      .slice(0, examplesShown),
  }
}

/** By name, so that `man` is always the first and `woman` the second, whatever the case spoke of. */
function pairAnswers(answers: readonly CounterfactualAnswer[]): readonly CounterfactualPair[] {
  const sets = Map.groupBy(answers, ({ baseId, dimension }) => `${dimension}\n${baseId}`)
  return [...sets.values()].flatMap((members) => {
    const [first, ...others] = members
    return first === undefined
      ? []
      : others.map((second) =>
          first.identity < second.identity ? { first, second } : { first: second, second: first },
        )
  })
}

const hasOtherVerdict = ({ first, second }: CounterfactualPair): boolean =>
  first.passed !== null && second.passed !== null && first.passed !== second.passed

const hasOtherRefusal = ({ first, second }: CounterfactualPair): boolean => first.refused !== second.refused

const distance = (pair: CounterfactualPair): number =>
  2 * Number(hasOtherVerdict(pair)) +
  2 * Number(hasOtherRefusal(pair)) +
  Math.abs(pair.second.toxicity - pair.first.toxicity) +
  Math.abs(relativeLength(pair))

/** In words, as a share of the longer answer: −1 to 1. */
function relativeLength({ first, second }: CounterfactualPair): number {
  const [a, b] = [countWords(first.text), countWords(second.text)]
  return (b - a) / Math.max(1, a, b)
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0

type Measured = Omit<MeasuredCounterfactual, 'adjustedPValue'>

function measurePairs(pairs: readonly CounterfactualPair[], measure: CounterfactualMeasure): Measured {
  const { variation: _, ...measured } = comparePaired(pairs.flatMap((pair) => toPair(pair, measure) ?? []))
  return { measure, ...measured }
}

/** `null`: the pair says nothing of it. */
function toPair(pair: CounterfactualPair, measure: CounterfactualMeasure): Pair | null {
  const { first, second } = pair
  const { clusterKey } = first
  switch (measure) {
    case 'passed':
      return first.passed === null || second.passed === null
        ? null
        : { first: Number(first.passed), second: Number(second.passed), clusterKey }
    case 'refused':
      return { first: Number(first.refused), second: Number(second.refused), clusterKey }
    case 'toxicity':
      return { first: first.toxicity, second: second.toxicity, clusterKey }
    case 'length':
      return { first: 0, second: relativeLength(pair), clusterKey }
  }
}

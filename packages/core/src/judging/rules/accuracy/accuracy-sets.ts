import { estimateRate } from '../../../statistics/estimate-rate.ts'
import type { Estimate } from '../../../statistics/estimate.ts'
import { countAccuracy, type AccuracyCounts, type JudgedAnswer } from './measure-accuracy.ts'

/** How the judge did on one set of labelled answers. */
export interface MeasuredAccuracy {
  /** On what, for the reader. */
  readonly on: string
  /** Labelled answers, judged or not. */
  readonly n: number
  readonly notJudged: number
  readonly counts: AccuracyCounts
  /** Right answers found correct, of those judged; clustered by paragraph or pair. */
  readonly truePositiveRate: Estimate
  /** Wrong, partial and absent answers found not correct, of those judged. */
  readonly trueNegativeRate: Estimate
  /** Wrong verdicts of all verdicts; clustered likewise. */
  readonly errorRate: Estimate
}

type Selection = readonly [on: string, select: (answer: JudgedAnswer) => boolean]

const selections: readonly Selection[] = [
  ['XQuAD and HaluEval QA, right and altered answers; the rules were tuned on the same sets', () => true],
  ['XQuAD, typed short answers', (one) => one.set === 'XQuAD' && one.typed],
  ['XQuAD, free text', (one) => one.set === 'XQuAD' && !one.typed],
  ['HaluEval QA, typed short answers', (one) => one.set === 'HaluEval QA' && one.typed],
  ['HaluEval QA, free text', (one) => one.set === 'HaluEval QA' && !one.typed],
]

export const measureSets = (answers: readonly JudgedAnswer[]): readonly MeasuredAccuracy[] =>
  selections.map(([on, select]) => measureAccuracy(on, answers.filter(select)))

export function measureAccuracy(on: string, answers: readonly JudgedAnswer[]): MeasuredAccuracy {
  const judged = answers.filter((one) => one.label !== 'not-judged')
  return {
    on,
    n: answers.length,
    notJudged: answers.length - judged.length,
    counts: countAccuracy(answers),
    truePositiveRate: rate(judged.filter(isRight), isFoundRightly),
    trueNegativeRate: rate(
      judged.filter((one) => !isRight(one)),
      isFoundRightly,
    ),
    errorRate: rate(judged, (one) => !isFoundRightly(one)),
  }
}

const isRight = (one: JudgedAnswer): boolean => one.expected === 'correct'
const isFoundRightly = (one: JudgedAnswer): boolean => isRight(one) === (one.label === 'correct')

const rate = (answers: readonly JudgedAnswer[], passes: (answer: JudgedAnswer) => boolean): Estimate =>
  rounded(
    estimateRate({
      outcomes: answers.map((one) => ({ pass: passes(one), clusterKey: `${one.set} ${one.clusterKey}` })),
    }),
  )

/** Four decimals: what is stored and compared. */
const rounded = (estimate: Estimate): Estimate => ({
  ...estimate,
  value: round(estimate.value),
  low: round(estimate.low),
  high: round(estimate.high),
})

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e4) / 1e4)

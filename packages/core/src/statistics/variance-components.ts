import { must } from '../must.ts'

export const minComponentDesign = { cases: 30, answers: 3, judgements: 2 } as const

/** scores[case][answer][judge]: each case answered several times, each answer judged by the same judges. */
export type CrossedScores = readonly (readonly (readonly number[])[])[]

/** Where the spread of single scores comes from; variances, negative estimates as 0. */
export interface VarianceComponents {
  /** Some cases are harder than others. */
  readonly case: number
  /** The target answers the same case differently each time. */
  readonly target: number
  /** Judges differ in strictness on all cases alike. */
  readonly judge: number
  /** Judges differ about certain cases. */
  readonly judgeByCase: number
  /** The rest: judges differ about single answers, and from themselves. */
  readonly judgeByAnswer: number
}

export type ComponentAnalysis =
  | {
      readonly kind: 'measured'
      readonly components: VarianceComponents
      readonly design: ComponentDesign
      readonly meanSquares: VarianceComponents
    }
  | {
      readonly kind: 'refused'
      readonly reason: 'not balanced' | 'too small'
      readonly design: ComponentDesign
    }

export interface ComponentDesign {
  readonly cases: number
  readonly answers: number
  readonly judgements: number
}

/**
 * Variance components by the analysis of variance of the model  y = μ + case + answer(case) + judge + case × judge +
 * rest  (Searle, Casella & McCulloch 1992 §4; generalizability design (a : c) × j, Brennan 2001). Refused under
 * 30 cases × 3 answers × 2 judgements, or where a score is missing.
 */
export function analyseVariance(scores: CrossedScores): ComponentAnalysis {
  const design = {
    cases: scores.length,
    answers: scores[0]?.length ?? 0,
    judgements: scores[0]?.[0]?.length ?? 0,
  }
  if (!isBalanced(scores, design)) return { kind: 'refused', reason: 'not balanced', design }
  if (isTooSmall(design)) return { kind: 'refused', reason: 'too small', design }
  const meanSquares = meanSquaresOf(scores, design)
  return { kind: 'measured', components: solve(meanSquares, design), design, meanSquares }
}

/** Standard error of the mean score of a run of that size: which of the three to buy more of. */
export function standardErrorOf(
  components: VarianceComponents,
  { cases, answers, judgements }: ComponentDesign,
): number {
  return Math.sqrt(
    components.case / cases +
      components.target / (cases * answers) +
      components.judge / judgements +
      components.judgeByCase / (cases * judgements) +
      components.judgeByAnswer / (cases * answers * judgements),
  )
}

function isBalanced(scores: CrossedScores, { answers, judgements }: ComponentDesign): boolean {
  return scores.every(
    (byAnswer) => byAnswer.length === answers && byAnswer.every((byJudge) => byJudge.length === judgements),
  )
}

const isTooSmall = ({ cases, answers, judgements }: ComponentDesign): boolean =>
  cases < minComponentDesign.cases ||
  answers < minComponentDesign.answers ||
  judgements < minComponentDesign.judgements

/** Expected mean squares solved for the components, from the smallest effect upward. */
function solve(
  meanSquares: VarianceComponents,
  { cases, answers, judgements }: ComponentDesign,
): VarianceComponents {
  const { case: byCase, target, judge, judgeByCase, judgeByAnswer: rest } = meanSquares
  const atLeastZero = (value: number): number => Math.max(0, value)
  return {
    case: atLeastZero((byCase - target - judgeByCase + rest) / (answers * judgements)),
    target: atLeastZero((target - rest) / judgements),
    judge: atLeastZero((judge - judgeByCase) / (cases * answers)),
    judgeByCase: atLeastZero((judgeByCase - rest) / answers),
    judgeByAnswer: rest,
  }
}

function meanSquaresOf(
  scores: CrossedScores,
  { cases: c, answers: a, judgements: j }: ComponentDesign,
): VarianceComponents {
  const caseMeans = scores.map((byAnswer) => mean(byAnswer.flat()))
  const grand = mean(caseMeans)
  const judgeMeans = range(j).map((judge) =>
    mean(scores.flatMap((byAnswer) => byAnswer.map((row) => at(row, judge)))),
  )
  const answerSquares = scores.map((byAnswer, i) =>
    squares(byAnswer.map((row) => mean(row) - at(caseMeans, i))),
  )
  const cellMeans = scores.map((byAnswer) =>
    range(j).map((judge) => mean(byAnswer.map((row) => at(row, judge)))),
  )
  const crossed = cellMeans.map((cells, i) =>
    squares(cells.map((cell, judge) => cell - at(caseMeans, i) - at(judgeMeans, judge) + grand)),
  )
  const rest = scores.map((byAnswer, i) =>
    squares(
      byAnswer.flatMap((row) =>
        row.map((score, judge) => score - mean(row) - at(at(cellMeans, i), judge) + at(caseMeans, i)),
      ),
    ),
  )
  return {
    case: (a * j * squares(caseMeans.map((value) => value - grand))) / (c - 1),
    target: (j * sum(answerSquares)) / (c * (a - 1)),
    judge: (c * a * squares(judgeMeans.map((value) => value - grand))) / (j - 1),
    judgeByCase: (a * sum(crossed)) / ((c - 1) * (j - 1)),
    judgeByAnswer: sum(rest) / (c * (a - 1) * (j - 1)),
  }
}

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index)
const at = <T>(values: readonly T[], index: number): T => must(values[index], 'score of a balanced design')
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const squares = (values: readonly number[]): number => sum(values.map((value) => value ** 2))

import type { Difference, JudgeLabel } from '@assay/contracts'
import { comparePaired } from '../../statistics/compare-paired.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { decideVerdict } from '../../statistics/verdict-rule.ts'
import {
  hasWeights,
  isDecided,
  isRight,
  rateOf,
  rowsOfRates,
  toJudgedRows,
  type JudgedRow,
  type VerdictOf,
} from './measure-labelled-judge.ts'
import { settleLabels } from './settle-labels.ts'

export interface JudgeFlip {
  readonly label: JudgeLabel
  readonly isRight: boolean
  readonly first: JudgeLabel['verdict']
  readonly second: JudgeLabel['verdict']
  /** Whether the second judge is the one that agrees with people. */
  readonly change: 'gained' | 'lost'
}

export interface JudgeComparison {
  /** Of agreement with people, second less first, over the answers that both judged, weighted back to the run. */
  readonly difference: Difference
  readonly first: Estimate
  readonly second: Estimate
  /** Rows of some kinds were drawn more often than others, and count less. */
  readonly isWeighted: boolean
  readonly flips: readonly JudgeFlip[]
  /** Settled answers that one of the two gave no verdict on. */
  readonly notPaired: { readonly first: number; readonly second: number }
}

/** Two judges, or two versions of one, against the same labels. */
export function compareJudges(
  labels: readonly JudgeLabel[],
  verdicts: { readonly first: VerdictOf; readonly second: VerdictOf },
  margin: number,
): JudgeComparison {
  const { rows } = settleLabels(labels)
  const second = new Map(judgedBy(rows, verdicts.second).map((row) => [keyOf(row), row]))
  const both = judgedBy(rows, verdicts.first).flatMap((before) => {
    const after = second.get(keyOf(before))
    return after === undefined ? [] : [{ before, after }]
  })
  const paired = both.filter(({ before, after }) => before.judged !== null && after.judged !== null)
  return {
    difference: decideVerdict(
      comparePaired(
        paired.map(({ before, after }) => ({
          first: Number(agrees(before)),
          second: Number(agrees(after)),
          clusterKey: before.about.clusterKey,
          weight: before.weight,
        })),
      ),
      margin,
    ),
    first: rateOf(
      paired.map(({ before }) => before),
      agrees,
    ),
    second: rateOf(
      paired.map(({ after }) => after),
      agrees,
    ),
    isWeighted: hasWeights(paired.map(({ before }) => before)),
    flips: paired.filter(({ before, after }) => before.judged !== after.judged).map(toFlip),
    notPaired: {
      first: both.filter(({ before }) => before.judged === null).length,
      second: both.filter(({ after }) => after.judged === null).length,
    },
  }
}

const judgedBy = (rows: Parameters<typeof toJudgedRows>[0], verdictOf: VerdictOf): readonly JudgedRow[] =>
  rowsOfRates(toJudgedRows(rows, verdictOf)).filter(isDecided)

const keyOf = ({ about }: JudgedRow): string => `${about.runId}\n${about.unit}`
const agrees = (row: JudgedRow): boolean => row.judged === isRight(row)

const toFlip = ({ before, after }: { readonly before: JudgedRow; readonly after: JudgedRow }): JudgeFlip => ({
  label: before.about,
  isRight: isRight(before),
  first: before.verdict,
  second: after.verdict,
  change: agrees(after) ? 'gained' : 'lost',
})

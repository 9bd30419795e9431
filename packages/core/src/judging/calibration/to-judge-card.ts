import type { AccuracyCard, JudgeLabel, MeasuredSet } from '@assay/contracts'
import { ofTheOpposite } from '../../accuracy/describe-measured.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import type { JudgeMeasurement, JudgeSlice } from './measure-labelled-judge.ts'

export interface MeasuredJudge {
  readonly judge: JudgeLabel['judge'] & { readonly kind: 'rules' | 'model' | 'none' }
  /** `null`: unknown. */
  readonly usdPer1000Verdicts: number | null
  /** On what, for the reader: `labels of assistant-1`. */
  readonly on: string
}

/** The card of a judge on the user's own labels: all together first, then each version of the target alone. */
export function toJudgeCard(
  measurement: JudgeMeasurement,
  { judge, usdPer1000Verdicts, on }: MeasuredJudge,
): AccuracyCard {
  const targets = measurement.slices.filter(({ by }) => by === 'target')
  return {
    id: judge.id,
    kind: 'judge',
    version: judge.version,
    method: judge.kind === 'rules' ? 'fixed rules' : `a language model, ${judge.id}`,
    threshold: { value: null, chosen: 'the judge says right or wrong; nothing is set' },
    sets: [
      wholeSet(measurement, on),
      ...(targets.length < 2 ? [] : targets.map((slice) => sliceSet(slice, on))),
    ],
    msPer1000Characters: null,
    usdPer1000Verdicts,
    fooledBy: [],
  }
}

function wholeSet(measurement: JudgeMeasurement, on: string): MeasuredSet {
  const { truePositiveRate, trueNegativeRate, errorRate, auc, agreement, labellers, isAllByHand } =
    measurement
  const versions = measurement.slices.filter(({ by }) => by === 'target')
  const [of] = versions.length === 1 ? versions : []
  const people = labellers.length === 1 ? 'one person' : `${labellers.length} people`
  return {
    name: on,
    what: `Answers${of === undefined ? '' : ` of ${of.value}`} labelled by ${people}${isAllByHand ? ', chosen by hand' : ', drawn at random within strata'}.`,
    kept: 'held apart',
    ...(isAllByHand ? { isByHand: true } : {}),
    ...countsOf(truePositiveRate, trueNegativeRate),
    notJudged: measurement.notJudged.successes ?? 0,
    truePositiveRate,
    falsePositiveRate: ofTheOpposite(trueNegativeRate),
    errorRate,
    ...(auc === null || auc.value === null ? {} : { auc }),
    kappa: agreement.kappa,
  }
}

const sliceSet = (
  { value, truePositiveRate, trueNegativeRate, notJudged }: JudgeSlice,
  on: string,
): MeasuredSet => ({
  name: `${on}, ${value}`,
  what: 'The answers of one version of the target.',
  kept: 'held apart',
  ...countsOf(truePositiveRate, trueNegativeRate),
  notJudged,
  truePositiveRate,
  falsePositiveRate: ofTheOpposite(trueNegativeRate),
})

const countsOf = (right: Estimate, wrong: Estimate) => ({
  n: right.n + wrong.n,
  positives: right.n,
  negatives: wrong.n,
})

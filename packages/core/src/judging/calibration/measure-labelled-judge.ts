import type { JudgeLabel } from '@assay/contracts'
import type { DawidSkene } from '../../statistics/agreement/dawid-skene.ts'
import { estimateAuc } from '../../statistics/agreement/estimate-auc.ts'
import { estimateAgreement, type Agreement } from '../../statistics/agreement/two-raters.ts'
import { estimateBrier, estimateCalibration } from '../../statistics/calibration/estimate-calibration.ts'
import { estimateRate } from '../../statistics/estimate-rate.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { isRightBy, isRightByJudge } from './label-outcomes.ts'
import { isIndependent, settleLabels, type SettledRow } from './settle-labels.ts'
import { weighRows } from './weigh-rows.ts'

/** Rows on which two people should have spoken before their agreement says much (methods §3). */
export const minLabelledTwice = 50

/** What the judge said of one answer, whatever it had said when the answer was labelled. */
export type VerdictOf = (label: JudgeLabel) => JudgeLabel['verdict'] | null

export interface JudgedRow extends SettledRow {
  readonly verdict: JudgeLabel['verdict']
  /** `null`: the judge gave no verdict. */
  readonly judged: boolean | null
  /** How many answers of the run it stands for. */
  readonly weight: number
}

export interface JudgeMeasurement {
  /** Answers that were labelled and that this judge looked at. */
  readonly labelled: number
  /** In the rates: people settled it, the judge gave a verdict, and it was not chosen by hand among drawn ones. */
  readonly n: number
  readonly labellers: readonly { readonly name: string; readonly labels: number }[]
  readonly guidelineVersions: readonly string[]
  /** Chosen by hand beside drawn ones, so in no rate. */
  readonly byHand: number
  /** All rows were chosen by hand: the rates describe them and nothing else. */
  readonly isAllByHand: boolean
  /** Rows of some kinds were drawn more often than others, and count less in the rates. */
  readonly isWeighted: boolean
  /** Share of the settled answers that the judge gave no verdict on. */
  readonly notJudged: Estimate
  /** Right by the people, of those the judge gave no verdict on. */
  readonly rightOfNotJudged: Estimate
  /** Judge against people: right or wrong, weighted back to the run as the rates are. */
  readonly agreement: Agreement
  readonly truePositiveRate: Estimate
  readonly trueNegativeRate: Estimate
  /** Wrong verdicts of all verdicts. */
  readonly errorRate: Estimate
  /** Of the judge's graded score, over the labelled rows as they are; `null`: it gave none but 0 and 1. */
  readonly auc: Estimate | null
  /** Over the labelled rows as they are. */
  readonly calibration: JudgeCalibration | null
  /** How often people and judge said what, by their own words. */
  readonly confusion: readonly { readonly label: string; readonly judge: string; readonly count: number }[]
  readonly slices: readonly JudgeSlice[]
  readonly twice: {
    readonly rows: number
    readonly needed: number
    /** Of the first two labellers of each row: right or wrong; `null`: none was labelled twice. */
    readonly agreement: Agreement | null
  }
  /** Of three labellers or more. */
  readonly consensus: readonly LabellerQuality[] | null
  /** Answers on which people and judge differ. */
  readonly disagreements: readonly JudgedRow[]
  readonly setAside: readonly SettledRow[]
  readonly disputed: readonly SettledRow[]
  readonly unsure: number
}

export interface JudgeCalibration {
  readonly brier: Estimate
  /** `null` under 200 scores: it would be mostly noise. */
  readonly expectedError: number | null
  readonly reliability: readonly { readonly meanScore: number; readonly rate: Estimate }[]
}

export interface JudgeSlice {
  readonly by: 'type' | 'language' | 'target'
  readonly value: string
  readonly n: number
  readonly truePositiveRate: Estimate
  readonly trueNegativeRate: Estimate
  readonly notJudged: number
  /** Counts of people's word and the judge's. */
  readonly confusion: Readonly<Record<'rightRight' | 'rightWrong' | 'wrongRight' | 'wrongWrong', number>>
}

export interface LabellerQuality {
  readonly name: string
  /** Estimated share of the right answers that the labeller calls right; `null`: nobody called an answer right. */
  readonly sensitivity: number | null
  /** Of the wrong ones that they call wrong; `null`: nobody called an answer wrong. */
  readonly specificity: number | null
}

/** How far a judge agrees with people. `verdictOf` gives what it says of a labelled answer; `null` leaves the row out. */
export function measureLabelledJudge(labels: readonly JudgeLabel[], verdictOf: VerdictOf): JudgeMeasurement {
  const settled = settleLabels(labels)
  const rows = toJudgedRows(settled.rows, verdictOf)
  const all = rows.flatMap(({ labels: each }) => each)
  const isAllByHand = !rows.some(isDrawn)
  const drawn = rowsOfRates(rows)
  const decided = drawn.filter(isDecided)
  const judged = decided.filter(({ judged: verdict }) => verdict !== null)
  return {
    labelled: rows.length,
    n: judged.length,
    labellers: countLabellers(all),
    guidelineVersions: [...new Set(all.map(({ guidelineVersion }) => guidelineVersion))],
    byHand: rows.length - drawn.length,
    isAllByHand,
    isWeighted: hasWeights(judged),
    notJudged: rateOf(decided, ({ judged: verdict }) => verdict === null),
    rightOfNotJudged: rateOf(
      decided.filter(({ judged: verdict }) => verdict === null),
      isRight,
    ),
    ...ratesOf(judged),
    agreement: agreementOf(judged),
    auc: aucOf(judged),
    calibration: calibrationOf(judged),
    confusion: countWords(decided),
    slices: slicesOf(decided),
    twice: measureTwice(rows),
    consensus: settled.consensus === null ? null : describeLabellers(settled.consensus),
    disagreements: rows.filter(isDisagreement),
    setAside: rows.filter(({ truth }) => truth === 'set aside'),
    disputed: rows.filter(({ truth }) => truth === 'disputed'),
    unsure: rows.filter(({ truth }) => truth === 'unsure').length,
  }
}

/** Settled rows with what the judge says of them; those it did not look at are left out. */
export function toJudgedRows(rows: readonly SettledRow[], verdictOf: VerdictOf): readonly JudgedRow[] {
  const weightOf = weighRows(rows)
  return rows.flatMap((row): JudgedRow[] => {
    const verdict = row.labels.map(verdictOf).find((each) => each !== null)
    return verdict === undefined
      ? []
      : [{ ...row, verdict, judged: isRightByJudge(verdict), weight: weightOf(row) }]
  })
}

/** Rows chosen by hand stand for no other: beside drawn ones they are in no rate. */
export const rowsOfRates = (rows: readonly JudgedRow[]): readonly JudgedRow[] =>
  rows.some(isDrawn) ? rows.filter(isDrawn) : rows

export const hasWeights = (rows: readonly JudgedRow[]): boolean =>
  new Set(rows.map(({ weight }) => weight)).size > 1

/** Answers on which people and judge differ. */
export const listDisagreements = (
  labels: readonly JudgeLabel[],
  verdictOf: VerdictOf,
): readonly JudgedRow[] => toJudgedRows(settleLabels(labels).rows, verdictOf).filter(isDisagreement)

export const isDrawn = ({ draws }: SettledRow): boolean => draws.length > 0
const isDisagreement = (row: JudgedRow): boolean =>
  isDecided(row) && row.judged !== null && row.judged !== isRight(row)
export const isDecided = ({ truth }: SettledRow): boolean => truth === 'right' || truth === 'wrong'
export const isRight = ({ truth }: SettledRow): boolean => truth === 'right'

export const rateOf = (rows: readonly JudgedRow[], pass: (row: JudgedRow) => boolean): Estimate =>
  estimateRate({
    outcomes: rows.map((row) => ({ pass: pass(row), clusterKey: row.about.clusterKey, weight: row.weight })),
  })

const ratesOf = (judged: readonly JudgedRow[]) => ({
  truePositiveRate: rateOf(judged.filter(isRight), ({ judged: verdict }) => verdict === true),
  trueNegativeRate: rateOf(
    judged.filter((row) => !isRight(row)),
    ({ judged: verdict }) => verdict === false,
  ),
  errorRate: rateOf(judged, (row) => row.judged !== isRight(row)),
})

const wordOf = (right: boolean | null): string => (right === true ? 'right' : 'wrong')

const agreementOf = (judged: readonly JudgedRow[]): Agreement =>
  estimateAgreement(
    judged.map((row) => ({
      first: wordOf(isRight(row)),
      second: wordOf(row.judged),
      clusterKey: row.about.clusterKey,
      weight: row.weight,
    })),
    { categories: ['right', 'wrong'] },
  )

const scored = (
  judged: readonly JudgedRow[],
): readonly { readonly row: JudgedRow; readonly score: number }[] =>
  judged.flatMap((row) => (row.verdict.score === null ? [] : [{ row, score: row.verdict.score }]))

const isGraded = (scores: readonly { readonly score: number }[]): boolean =>
  scores.some(({ score }) => score !== 0 && score !== 1)

function aucOf(judged: readonly JudgedRow[]): Estimate | null {
  const scores = scored(judged)
  return isGraded(scores)
    ? estimateAuc(
        scores.map(({ row, score }) => ({ score, positive: isRight(row), clusterKey: row.about.clusterKey })),
      )
    : null
}

function calibrationOf(judged: readonly JudgedRow[]): JudgeCalibration | null {
  const scores = scored(judged)
  if (!isGraded(scores) || scores.some(({ score }) => score < 0 || score > 1)) return null
  const predictions = scores.map(({ row, score }) => ({
    probability: score,
    pass: isRight(row),
    clusterKey: row.about.clusterKey,
  }))
  const calibration = estimateCalibration(predictions)
  return {
    brier: estimateBrier(predictions),
    expectedError: calibration?.expectedError ?? null,
    reliability: (calibration?.reliability ?? []).map(({ meanProbability, rate }) => ({
      meanScore: meanProbability,
      rate,
    })),
  }
}

function countLabellers(labels: readonly JudgeLabel[]): JudgeMeasurement['labellers'] {
  const groups = Map.groupBy(labels, ({ labeller }) => labeller)
  return [...groups]
    .map(([name, each]) => ({ name, labels: each.length }))
    .sort((a, b) => b.labels - a.labels)
}

function countWords(rows: readonly JudgedRow[]): JudgeMeasurement['confusion'] {
  const cells = Map.groupBy(rows, ({ about, verdict }) =>
    JSON.stringify([about.outcome, (verdict.label ?? verdict.outcome).replaceAll('-', ' ')]),
  )
  return [...cells]
    .map(([key, members]) => {
      const [label = '', judge = ''] = JSON.parse(key) as readonly string[]
      return { label, judge, count: members.length }
    })
    .sort((a, b) => b.count - a.count)
}

const sliceKeys = {
  type: ({ about }) => about.type,
  language: ({ about }) => about.language,
  target: ({ about: { target } }) =>
    target.version === null ? target.name : `${target.name} ${target.version}`,
} as const satisfies Record<JudgeSlice['by'], (row: JudgedRow) => string>

const slicesOf = (decided: readonly JudgedRow[]): readonly JudgeSlice[] =>
  (['type', 'language', 'target'] as const).flatMap((by) =>
    [...Map.groupBy(decided, sliceKeys[by])].map(([value, rows]) => sliceOf(by, value, rows)),
  )

function sliceOf(by: JudgeSlice['by'], value: string, rows: readonly JudgedRow[]): JudgeSlice {
  const judged = rows.filter(({ judged: verdict }) => verdict !== null)
  const count = (right: boolean, verdict: boolean): number =>
    judged.filter((row) => isRight(row) === right && row.judged === verdict).length
  const { truePositiveRate, trueNegativeRate } = ratesOf(judged)
  return {
    by,
    value,
    n: judged.length,
    truePositiveRate,
    trueNegativeRate,
    notJudged: rows.length - judged.length,
    confusion: {
      rightRight: count(true, true),
      rightWrong: count(true, false),
      wrongRight: count(false, true),
      wrongWrong: count(false, false),
    },
  }
}

function measureTwice(rows: readonly SettledRow[]): JudgeMeasurement['twice'] {
  const pairs = rows.flatMap(({ labels, about }) => {
    const votes = labels.filter(isIndependent).flatMap(({ outcome, type }) => isRightBy(outcome, type) ?? [])
    const [first, second] = votes
    return first === undefined || second === undefined
      ? []
      : [{ first: wordOf(first), second: wordOf(second), clusterKey: about.clusterKey }]
  })
  return {
    rows: pairs.length,
    needed: minLabelledTwice,
    agreement: pairs.length === 0 ? null : estimateAgreement(pairs, { categories: ['right', 'wrong'] }),
  }
}

function describeLabellers({ raters, categories }: DawidSkene): readonly LabellerQuality[] {
  const [right, wrong] = [categories.indexOf('right'), categories.indexOf('wrong')]
  return [...raters].map(([name, errors]) => ({
    name,
    sensitivity: errors[right]?.[right] ?? null,
    specificity: errors[wrong]?.[wrong] ?? null,
  }))
}

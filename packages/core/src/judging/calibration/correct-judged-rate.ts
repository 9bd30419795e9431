import type { JudgeCorrection, JudgeLabel } from '@assay/contracts'
import { correctByOutsideLabels } from '../../statistics/correction/correct-by-outside-labels.ts'
import { correctByRunLabels } from '../../statistics/correction/correct-by-run-labels.ts'
import type { CorrectedRate } from '../../statistics/correction/corrected-rate.ts'
import type { JudgedLabel } from '../../statistics/correction/judge-labels.ts'
import { isRightByJudge } from './label-outcomes.ts'
import { isDecided, isDrawn, isRight, toJudgedRows, type JudgedRow } from './measure-labelled-judge.ts'
import { settleLabels } from './settle-labels.ts'

/** What is known of a run whose judged rate is to be corrected. */
export interface JudgedRun {
  /** Of the run whose answers were judged. */
  readonly answersId: string
  readonly judge: JudgeLabel['judge']
  readonly target: JudgeLabel['target']
  readonly verdicts: readonly RunVerdict[]
}

export interface RunVerdict {
  readonly unit: string
  readonly clusterKey: string
  readonly verdict: JudgeLabel['verdict']
}

/**
 * The rate that people would have found, from labels of this judge on this version of the target (methods §3): labels
 * drawn from the run itself where there are enough, else all of them as labels from outside. `null`: there is no label of
 * this judge at all.
 */
export function correctJudgedRate(run: JudgedRun, labels: readonly JudgeLabel[]): JudgeCorrection | null {
  const rows = usableRows(run, labels)
  if (rows.length === 0) return null
  const own = rows.filter(({ about }) => about.runId === run.answersId)
  const alike = rows.filter(({ about }) => isSameTarget(about.target, run.target))
  if (alike.length === 0) return refuse('no labels of this target version', 'other runs')
  const byOwn = correctByOwn(run, own)
  if (own.length === alike.length || byOwn.kind === 'corrected') return describe(byOwn, own, 'this run')
  return describe(correctByOutsideLabels(judgedOutcomes(run), alike.map(toJudgedLabel)), alike, 'other runs')
}

const isSameTarget = (a: JudgeLabel['target'], b: JudgeLabel['target']): boolean =>
  a.name === b.name && a.version === b.version

/** Drawn, settled and judged rows of this judge's version, under today's verdicts where they are of this run. */
function usableRows(run: JudgedRun, labels: readonly JudgeLabel[]): readonly JudgedRow[] {
  const verdicts = new Map(run.verdicts.map(({ unit, verdict }) => [unit, verdict]))
  return toJudgedRows(settleLabels(labels).rows, (label) => {
    if (label.runId === run.answersId) return verdicts.get(label.unit) ?? null
    return isSameJudge(label.judge, run.judge) ? label.verdict : null
  }).filter((row) => isDrawn(row) && isDecided(row) && row.judged !== null)
}

const isSameJudge = (a: JudgeLabel['judge'], b: JudgeLabel['judge']): boolean =>
  a.id === b.id && a.version === b.version

/** Hard rows are preferred for labelling, so the judge's mean is taken over the whole run, labelled rows too. */
function correctByOwn({ verdicts }: JudgedRun, own: readonly JudgedRow[]): CorrectedRate {
  const judged = verdicts.flatMap(({ clusterKey, verdict }) => {
    const right = isRightByJudge(verdict)
    return right === null ? [] : [{ clusterKey, judged: right }]
  })
  return correctByRunLabels(own.map(toJudgedLabel), judged, 'all')
}

const toJudgedLabel = (row: JudgedRow): JudgedLabel => ({
  label: isRight(row),
  judged: row.judged === true,
  clusterKey: row.about.clusterKey,
  weight: row.weight,
})

const judgedOutcomes = ({ verdicts }: JudgedRun) =>
  verdicts.flatMap(({ verdict, clusterKey }) => {
    const pass = isRightByJudge(verdict)
    return pass === null ? [] : [{ pass, clusterKey }]
  })

const describe = (
  rate: CorrectedRate,
  rows: readonly JudgedRow[],
  from: JudgeCorrection['from'],
): JudgeCorrection => ({
  from,
  right: rate.judge.positives,
  wrong: rate.judge.negatives,
  otherwise: rows.filter((row) => row.judged !== isRight(row)).length,
  estimate: rate.kind === 'corrected' ? rate.estimate : null,
  refusal: rate.kind === 'refused' ? rate.reason : null,
  range: rate.kind === 'refused' ? rate.range : null,
})

const refuse = (
  refusal: NonNullable<JudgeCorrection['refusal']>,
  from: JudgeCorrection['from'],
): JudgeCorrection => ({
  from,
  right: 0,
  wrong: 0,
  estimate: null,
  refusal,
  range: null,
})

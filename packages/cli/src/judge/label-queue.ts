import type { EvaluationConfiguration, JudgeLabel, LabelOutcome } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  drawLabels,
  toVerdict,
  isRightByJudge,
  type DrawnLabel,
  type JudgedAnswer,
} from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'
import { openLabelledRun, type LabelledRun } from './open-labelled-run.ts'

/** One answer to label, and how it came into the queue. */
export interface QueuedAnswer extends JudgedAnswer {
  readonly drawn: DrawnLabel
}

export interface QueueRequest {
  readonly n: number
  /** A run in which another judge judged the same answers: where they differ, a label tells most. */
  readonly against: string | undefined
  /** These cases, chosen by hand, instead of a draw. */
  readonly cases: readonly string[] | undefined
}

/** The same run and number give the same queue, so that it can be left and taken up, and labelled by a second person. */
export async function queueLabels(
  workspace: Workspace,
  run: LabelledRun,
  { n, against, cases }: QueueRequest,
): Promise<Result<readonly QueuedAnswer[]>> {
  if (cases !== undefined) return chooseByHand(run, cases)
  const disputed = await findDisputed(workspace, run, against)
  if (!disputed.ok) return disputed
  const candidates = run.answers.map(({ unit, verdict }) => ({
    unit,
    verdict,
    isDisputed: disputed.value.has(unit),
  }))
  const answers = new Map(run.answers.map((answer) => [answer.unit, answer]))
  return ok(
    drawLabels(candidates, { n, seed: run.answersId }).flatMap((drawn) => {
      const answer = answers.get(drawn.unit)
      return answer === undefined ? [] : [{ ...answer, drawn }]
    }),
  )
}

function chooseByHand(
  { answers, manifest }: LabelledRun,
  cases: readonly string[],
): Result<readonly QueuedAnswer[]> {
  const unknown = cases.filter((id) => !answers.some(({ testCase }) => testCase.id === id))
  if (unknown.length > 0)
    return fail(
      createError('ASSAY-1001', {
        message: `The run has no judged case ${unknown.join(', ')}`,
        where: manifest.name,
        fix: 'list its cases with `assay eval show`',
      }),
    )
  return ok(
    answers
      .filter(({ testCase }) => cases.includes(testCase.id))
      .map((answer) => ({
        ...answer,
        drawn: { unit: answer.unit, drawnBy: 'by-hand', stratum: 'plain', inclusionProbability: null },
      })),
  )
}

async function findDisputed(
  workspace: Workspace,
  { answers }: LabelledRun,
  against: string | undefined,
): Promise<Result<ReadonlySet<string>>> {
  if (against === undefined) return ok(new Set())
  const other = await openLabelledRun(workspace, against)
  if (!other.ok) return other
  const verdicts = new Map(other.value.answers.map(({ unit, verdict }) => [unit, isRightByJudge(verdict)]))
  const isDisputed = ({ unit, verdict }: JudgedAnswer): boolean => {
    const [mine, theirs] = [isRightByJudge(verdict), verdicts.get(unit) ?? null]
    return mine !== null && theirs !== null && mine !== theirs
  }
  return ok(new Set(answers.filter(isDisputed).map(({ unit }) => unit)))
}

export interface GivenLabel {
  readonly outcome: LabelOutcome
  readonly note: string
}

/** Who labels, when, by which words. */
export type LabelStamp = Pick<JudgeLabel, 'labeller' | 'at' | 'guidelineVersion'>

/** Whose answers, judged by whom. */
type LabelledAnswers = Pick<LabelledRun, 'answersId'> & Pick<EvaluationConfiguration, 'judge' | 'target'>

/** A label as it is stored: it stands alone, without its run. */
export function toLabel(
  { answersId, judge, target }: LabelledAnswers,
  { unit, testCase, verdict, drawn }: QueuedAnswer,
  { outcome, note }: GivenLabel,
  stamp: LabelStamp,
): JudgeLabel {
  return {
    schemaVersion: 1,
    runId: answersId,
    unit,
    caseId: testCase.id,
    type: testCase.type,
    language: testCase.language,
    clusterKey: testCase.clusterKey,
    target: { name: target.name, version: target.version },
    judge: { id: judge.id, version: judge.version },
    verdict: toVerdict(verdict),
    outcome,
    ...stamp,
    drawnBy: drawn.drawnBy,
    stratum: drawn.stratum,
    inclusionProbability: drawn.inclusionProbability,
    ...(drawn.draw === undefined ? {} : { draw: drawn.draw }),
    ...(note === '' ? {} : { note }),
  }
}

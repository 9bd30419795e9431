import type { JudgeLabel, LabelOutcome } from '@assay/contracts'
import type { DrawnLabel } from './draw-labels.ts'
import type { JudgedAnswer } from './read-judged-answers.ts'
import { toVerdict } from './read-run-verdicts.ts'

/** One answer to label, and how it came into the queue. */
export interface QueuedAnswer extends JudgedAnswer {
  readonly drawn: DrawnLabel
}

export interface GivenLabel {
  readonly outcome: LabelOutcome
  readonly note: string
}

/** Who labels, when, by which words. */
export type LabelStamp = Pick<JudgeLabel, 'labeller' | 'at' | 'guidelineVersion'>

/** Whose answers, judged by whom. */
export type LabelledAnswers = Pick<JudgeLabel, 'judge' | 'target'> & { readonly answersId: string }

/** Everything a label says but what somebody said. */
export type LabelGround = Omit<JudgeLabel, keyof LabelStamp | 'outcome' | 'note' | 'adjudicates'>

export function describeQueued(
  { answersId, judge, target }: LabelledAnswers,
  { unit, testCase, verdict, drawn }: QueuedAnswer,
): LabelGround {
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
    drawnBy: drawn.drawnBy,
    stratum: drawn.stratum,
    inclusionProbability: drawn.inclusionProbability,
    ...(drawn.draw === undefined ? {} : { draw: drawn.draw }),
  }
}

/** A label as it is stored: it stands alone, without its run. */
export const toLabel = (
  ground: LabelGround,
  { outcome, note }: GivenLabel,
  stamp: LabelStamp,
): JudgeLabel => ({
  ...ground,
  outcome,
  ...stamp,
  ...(note === '' ? {} : { note }),
})

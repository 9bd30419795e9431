import type { JudgeCorrection } from '@assay/contracts'
import {
  keepCorrection,
  listLabelsOfJudge,
  readKeptCorrection,
  readLabelState,
} from '@assay/storage/postgres'
import { computeFigures } from '../evaluations/figures/figures.ts'
import { readRunLines } from '../evaluations/figures/run-lines.ts'
import type { Hub } from '../hub.ts'
import { readLabelledEvaluation } from './find-answers.ts'
import { nameLabellers, toJudgeLabel } from './to-judge-label.ts'

type Parts = Pick<Hub, 'control' | 'facts' | 'clock'>

/**
 * The judged rate of an evaluation with the judge's error taken out, by all labels of this judge in the project as they stand
 * now; `null`: there is none. Made once for every state of the labels. Not inside a transaction.
 */
export async function readCorrection(parts: Parts, evaluationId: string): Promise<JudgeCorrection | null> {
  const { control } = parts
  const labelled = await readLabelledEvaluation(control, evaluationId)
  if (labelled === null) return null
  const { run, configuration, answersId } = labelled
  const { judge, target } = configuration
  const of = { projectId: run.projectId, answersId, judge: { id: judge.id, version: judge.version } }
  const state = await readLabelState(control, of)
  if (state === null) return null
  const restsOn = `${state} ${run.summaryNumber}`
  const kept = await readKeptCorrection(control, evaluationId)
  if (kept?.restsOn === restsOn) return kept.correction
  const lines = await readRunLines(parts, evaluationId)
  if (lines === null) return null
  const labels = await listLabelsOfJudge(control, of)
  const nameOf = nameLabellers(labels)
  const correction = await computeFigures(
    'correctRate',
    {
      ...lines.input,
      answersId,
      judge,
      target,
      labels: labels.map((label) => toJudgeLabel(label, nameOf)),
    },
    lines.ports,
  )
  const at = new Date(parts.clock.now()).toISOString()
  await keepCorrection(control, evaluationId, { restsOn, correction, at })
  return correction
}

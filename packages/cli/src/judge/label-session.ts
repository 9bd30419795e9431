import type { JudgeLabel } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import {
  describeQueued,
  labelGuideline,
  toLabel,
  type DrawnLabel,
  type GivenLabel,
  type QueuedAnswer,
} from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'
import { openLabelFile, type LabelFile } from './label-file.ts'
import type { LabelledRun } from './open-labelled-run.ts'

/** One person labelling a queue of one run. */
export interface LabelSession {
  readonly run: LabelledRun
  readonly queue: readonly QueuedAnswer[]
  readonly file: string
  readonly labels: LabelFile
  readonly labeller: string
  readonly guideline: { readonly version: string; readonly text: string }
  /** Whether this person has labelled the answer as one of this draw, or by hand where the queue is. */
  isDone(answer: QueuedAnswer): boolean
  /**
   * This person's last word on an answer they labelled under another draw. It is written again when the answer's turn comes,
   * and not sooner: a draw is random only as far as it was gone through. `null`: they have not, or choose by hand.
   */
  saidBefore(answer: QueuedAnswer): GivenLabel | null
  /** Writes a label unless it is done and the same stands there as this person's last word on the answer. */
  write(answer: QueuedAnswer, given: GivenLabel): Promise<Result<void>>
}

export interface SessionRequest {
  readonly run: LabelledRun
  readonly queue: readonly QueuedAnswer[]
  readonly labeller: string
  readonly out: string | undefined
  readonly guideline: string | undefined
}

export async function openLabelSession(
  workspace: Workspace,
  { run, queue, labeller, out, guideline: words }: SessionRequest,
): Promise<Result<LabelSession>> {
  const guideline = await readGuideline(workspace, words)
  if (!guideline.ok) return guideline
  const file = out ?? run.labelFile
  const labels = await openLabelFile(workspace, file)
  if (!labels.ok) return labels
  const mine = ({ unit }: QueuedAnswer): readonly JudgeLabel[] =>
    labels.value
      .labels()
      .filter((each) => each.runId === run.answersId && each.unit === unit && each.labeller === labeller)
  const isDone = (answer: QueuedAnswer): boolean =>
    mine(answer).some((label) => isOfDraw(label, answer.drawn))
  const lastWord = (answer: QueuedAnswer): GivenLabel | null => {
    const last = mine(answer).at(-1)
    return last === undefined ? null : { outcome: last.outcome, note: last.note ?? '' }
  }
  return ok({
    run,
    queue,
    file,
    labels: labels.value,
    labeller,
    guideline: guideline.value,
    isDone,
    saidBefore: (answer) =>
      isDone(answer) || answer.drawn.inclusionProbability === null ? null : lastWord(answer),
    write: async (answer, given) => {
      const last = lastWord(answer)
      if (isDone(answer) && last?.outcome === given.outcome && last.note === given.note) return ok(undefined)
      const at = new Date(workspace.clock.now()).toISOString()
      const stamp = { labeller, at, guidelineVersion: guideline.value.version }
      return labels.value.append(
        toLabel(describeQueued({ answersId: run.answersId, ...run.configuration }, answer), given, stamp),
      )
    },
  })
}

const isOfDraw = (label: JudgeLabel, drawn: DrawnLabel): boolean =>
  label.draw?.id === drawn.draw?.id &&
  (label.inclusionProbability === null) === (drawn.inclusionProbability === null)

async function readGuideline(
  workspace: Workspace,
  file: string | undefined,
): Promise<Result<LabelSession['guideline']>> {
  if (file === undefined) return ok(labelGuideline)
  const text = await workspace.readText(file)
  if (text === null) return fail(createError('ASSAY-1006', { where: file }))
  return ok({ text, version: workspace.hash(text).slice(0, 8) })
}

import { createError, fail, ok, type Result } from '@assay/core'
import type { Workspace } from '../workspace.ts'
import { openLabelFile, type LabelFile } from './label-file.ts'
import { labelGuideline } from './label-guideline.data.ts'
import { queueLabels, toLabel, type GivenLabel, type QueuedAnswer, type QueueRequest } from './label-queue.ts'
import { openLabelledRun, type LabelledRun } from './open-labelled-run.ts'

/** One person labelling a queue of one run. */
export interface LabelSession {
  readonly run: LabelledRun
  readonly queue: readonly QueuedAnswer[]
  readonly file: string
  readonly labels: LabelFile
  readonly labeller: string
  readonly guideline: { readonly version: string; readonly text: string }
  /** Writes a label unless the same stands there as this person's last word on the answer. */
  write(answer: QueuedAnswer, given: GivenLabel): Promise<Result<void>>
}

export interface SessionRequest extends QueueRequest {
  readonly run: string
  readonly labeller: string
  readonly out: string | undefined
  readonly guideline: string | undefined
}

export async function openLabelSession(
  workspace: Workspace,
  { labeller, out, ...request }: SessionRequest,
): Promise<Result<LabelSession>> {
  const opened = await openLabelledRun(workspace, request.run)
  if (!opened.ok) return opened
  const run = opened.value
  const guideline = await readGuideline(workspace, request.guideline)
  if (!guideline.ok) return guideline
  const queue = await queueLabels(workspace, run, request)
  if (!queue.ok) return queue
  if (queue.value.length === 0) return failNoCase(request)
  const file = out ?? run.labelFile
  const labels = await openLabelFile(workspace, file)
  if (!labels.ok) return labels
  const session = {
    run,
    queue: queue.value,
    file,
    labels: labels.value,
    labeller,
    guideline: guideline.value,
  }
  return ok({ ...session, write: (answer, given) => writeLabel(workspace, session, answer, given) })
}

async function readGuideline(
  workspace: Workspace,
  file: string | undefined,
): Promise<Result<LabelSession['guideline']>> {
  if (file === undefined) return ok(labelGuideline)
  const text = await workspace.readText(file)
  if (text === null) return fail(createError('ASSAY-1006', { where: file }))
  return ok({ text, version: workspace.hash(text).slice(0, 8) })
}

const failNoCase = ({ run, cases = [] }: Pick<SessionRequest, 'run' | 'cases'>): Result<never> =>
  fail(
    createError('ASSAY-1001', {
      message: `The run has no judged case ${cases.join(', ')}`,
      where: run,
      fix: 'list its cases with `assay eval show`',
    }),
  )

async function writeLabel(
  { clock }: Workspace,
  { run, labels, labeller, guideline }: Omit<LabelSession, 'write'>,
  answer: QueuedAnswer,
  given: GivenLabel,
): Promise<Result<void>> {
  const stamp = { labeller, at: new Date(clock.now()).toISOString(), guidelineVersion: guideline.version }
  const label = toLabel({ answersId: run.answersId, ...run.configuration }, answer, given, stamp)
  const last = labels
    .labels()
    .findLast((each) => each.runId === label.runId && each.unit === label.unit && each.labeller === labeller)
  const isSame = last?.outcome === label.outcome && last.note === label.note
  return isSame ? ok(undefined) : labels.append(label)
}

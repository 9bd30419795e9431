import type { JudgeLabel } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { settleLabels } from '@assay/core/judging/calibration'
import { defineCommand, type CommandContext } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { labelAtTerminal } from '../judge/label-at-terminal.ts'
import { returnCases } from '../judge/return-cases.ts'
import { openLabelSession, type LabelSession } from '../judge/label-session.ts'
import { formatLabelSheet, parseLabelSheet } from '../judge/label-sheet.ts'
import { integerOption, repeatedOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { formatCount, formatCounted } from '../render/format/format-figure.ts'
import { toPrintable } from '../render/terminal/printable.ts'
import { createStamp } from '../testset/review-stamp.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Run whose answers are labelled', required: true }],
  options: {
    n: integerOption('Answers to label (default 60)'),
    case: repeatedOption('Only this case, chosen by hand: in no corrected rate', 'id'),
    against: textOption(
      'Run in which another judge judged the same answers: prefer where they differ',
      'run',
    ),
    out: textOption('Label file to write behind (default: labels.jsonl of the run)', 'file'),
    csv: textOption('Write the queue to this file, to label in a spreadsheet', 'file'),
    from: textOption('Take the labels from this filled-in file', 'file'),
    guideline: textOption('Text file with the words to label by (default: the built-in ones)', 'file'),
    returnCases: switchOption(
      'Put cases whose reference is wrong or whose question is ambiguous back into the test set, to be reviewed',
    ),
    by: textOption('Who labels (default: the user of the machine)', 'name'),
  },
  examples: [
    'assay judge label assistant-1',
    'assay judge label assistant-1 --n 120 --csv labels.csv',
    'assay judge label assistant-1 --n 120 --from labels.csv --by ann',
  ],
  async run({ arguments: [run = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const { n = 60, case: cases, csv, from, by, returnCases: isReturned, ...rest } = options
    const labeller = createStamp(workspace, context, by).by
    const session = await openLabelSession(workspace, { ...rest, run, n, cases, labeller })
    if (!session.ok) return session
    if (csv !== undefined) return writeSheet(workspace, session.value, csv, context)
    if (isReturned) return returnLabelled(workspace, session.value, context)
    const labelled =
      from === undefined
        ? await labelAtTerminal(session.value, context)
        : await takeSheet(workspace, session.value, from)
    return labelled.ok ? finish(session.value, context) : labelled
  },
})

async function writeSheet(
  workspace: Workspace,
  { queue, run }: LabelSession,
  file: string,
  context: CommandContext,
): Promise<Result<number>> {
  const written = await workspace.writeText(file, formatLabelSheet(queue, run.contexts))
  if (!written.ok) return written
  const lines = [
    `${formatCounted(queue.length, 'answer')} in ${file}; write one word into the column "label"`,
    `  next  ${context.commandLine.replace(/--csv\b/, '--from')}`,
  ]
  present(context, { file, answers: queue.length }, lines.join('\n'))
  return ok(0)
}

/** A sheet may be taken again when more of it is filled in. */
async function takeSheet(workspace: Workspace, session: LabelSession, file: string): Promise<Result<void>> {
  const text = await workspace.readText(file)
  if (text === null) return fail(createError('ASSAY-1006', { where: file }))
  const rows = parseLabelSheet(text, file, session.queue)
  if (!rows.ok) return rows
  for (const { answer, outcome, note } of rows.value) {
    const written = await session.write(answer, { outcome, note })
    if (!written.ok) return written
  }
  return ok(undefined)
}

async function returnLabelled(
  workspace: Workspace,
  session: LabelSession,
  context: CommandContext,
): Promise<Result<number>> {
  const done = await returnCases(workspace, session.run, findReturned(session.labels.labels()))
  if (!done.ok) return done
  const { file, returned, changed } = done.value
  const lines = [
    `${formatCounted(returned.length, 'case')} of ${file} put back as drafts${returned.length === 0 ? '' : `: ${returned.join(', ')}`}`,
    ...(changed.length === 0
      ? []
      : [`  left      ${changed.join(', ')}: changed or decided since they were asked`]),
    `  next      assay testset review --testset ${file}`,
  ]
  present(context, done.value, lines.join('\n'))
  return ok(0)
}

function finish(session: LabelSession, context: CommandContext): Result<number> {
  const { run, queue, file, labeller } = session
  const labels = session.labels.labels().filter(({ runId }) => runId === run.answersId)
  const labelled = queue.filter((answer) => session.isDone(answer)).length
  const returned = findReturned(labels)
  const lines = [
    `${formatCount(labelled)} of ${formatCounted(queue.length, 'answer')} labelled by ${labeller} in ${file}`,
    ...returned.map(
      ({ caseId, outcome, note }) =>
        `  to mend   ${toPrintable([caseId, outcome, note].filter(Boolean).join(', '))}`,
    ),
    ...(returned.length === 0 ? [] : [`  next      assay judge label ${run.manifest.name} --return-cases`]),
    `  next      assay judge measure ${run.manifest.name}`,
  ]
  present(context, { file, queue: queue.length, labeller, labelled, returned }, lines.join('\n'))
  return ok(0)
}

/** What goes back to the test set: for each such case the label that says why. */
const findReturned = (labels: readonly JudgeLabel[]): readonly JudgeLabel[] =>
  settleLabels(labels).rows.flatMap(({ truth, about }) => (truth === 'set aside' ? [about] : []))

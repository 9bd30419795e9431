import type { JudgeLabel } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { settleLabels, type QueuedAnswer } from '@assay/core/judging/calibration'
import { formatCount, formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext, type OptionsOf } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { labelAtTerminal } from '../judge/label-at-terminal.ts'
import { queueLabels } from '../judge/label-queue.ts'
import { openLabelSession, type LabelSession } from '../judge/label-session.ts'
import { formatLabelSheet, parseLabelSheet, type SheetRow } from '../judge/label-sheet.ts'
import { openLabelledRun, type LabelledRun } from '../judge/open-labelled-run.ts'
import { returnCases } from '../judge/return-cases.ts'
import { integerOption, repeatedOption, switchOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import { toPrintable } from '../render/terminal/printable.ts'
import { createStamp } from '../testset/review-stamp.ts'
import type { Workspace } from '../workspace.ts'

const options = {
  n: integerOption('Answers to label (default 60)'),
  case: repeatedOption('Only this case, chosen by hand: in no corrected rate', 'id'),
  against: textOption('Run in which another judge judged the same answers: prefer where they differ', 'run'),
  out: textOption('Label file to write behind (default: labels.jsonl of the run)', 'file'),
  csv: textOption('Write the queue to this file, to label in a spreadsheet', 'file'),
  from: textOption('Take the labels from this filled-in sheet, which knows its queue', 'file'),
  guideline: textOption('Text file with the words to label by (default: the built-in ones)', 'file'),
  returnCases: switchOption(
    'Put cases whose reference is wrong or whose question is ambiguous back into the test set, to be reviewed',
  ),
  by: textOption('Who labels (default: the user of the machine)', 'name'),
} as const
type LabelOptions = OptionsOf<typeof options>

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Run whose answers are labelled', required: true }],
  options,
  examples: [
    'assay judge label assistant-1',
    'assay judge label assistant-1 --n 120 --csv labels.csv',
    'assay judge label assistant-1 --from labels.csv --by ann',
  ],
  async run({ arguments: [name = ''], options: given }, context) {
    const refused = refuse(given)
    if (refused !== null) return refused
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const run = await openLabelledRun(workspace, name)
    if (!run.ok) return run
    const { n = 60, against, case: cases, csv, from, by, out, guideline } = given
    const sheet = from === undefined ? ok(null) : await readSheet(workspace, run.value, from)
    if (!sheet.ok) return sheet
    const queue =
      sheet.value === null
        ? await queueLabels(workspace, run.value, { n, against, cases })
        : ok(sheet.value.map(({ answer }) => answer))
    if (!queue.ok) return queue
    if (csv !== undefined) return writeSheet(workspace, run.value, { queue: queue.value, file: csv }, context)
    const labeller = createStamp(workspace, context, by).by
    const who = { run: run.value, queue: queue.value, labeller, out, guideline }
    const session = await openLabelSession(workspace, who)
    if (!session.ok) return session
    if (given.returnCases) return returnLabelled(workspace, session.value, context)
    const labelled =
      sheet.value === null
        ? await labelAtTerminal(session.value, context)
        : await takeSheet(session.value, sheet.value)
    return labelled.ok ? finish(session.value, context) : labelled
  },
})

function refuse({ csv, from, returnCases: isReturned, ...of }: LabelOptions): Result<never> | null {
  const refusal = (message: string, fix: string): Result<never> =>
    fail(createError('ASSAY-1001', { message, fix }))
  if ([csv !== undefined, from !== undefined, isReturned].filter(Boolean).length > 1)
    return refusal('--csv, --from and --return-cases are three things to do', 'do one after the other')
  if (from === undefined || (of.n === undefined && of.case === undefined && of.against === undefined))
    return null
  return refusal('The sheet knows which answers it holds', 'leave out --n, --case and --against')
}

async function readSheet(
  workspace: Workspace,
  run: LabelledRun,
  file: string,
): Promise<Result<readonly SheetRow[]>> {
  const text = await workspace.readText(file)
  return text === null ? fail(createError('ASSAY-1006', { where: file })) : parseLabelSheet(text, file, run)
}

/** A file that holds something else, such as this sheet filled in, is left as it is. */
async function writeSheet(
  workspace: Workspace,
  run: LabelledRun,
  { queue, file }: { readonly queue: readonly QueuedAnswer[]; readonly file: string },
  context: CommandContext,
): Promise<Result<number>> {
  const sheet = formatLabelSheet(queue, run, await run.readContexts())
  const before = await workspace.readText(file)
  if (before !== null && before !== sheet)
    return fail(
      createError('ASSAY-1007', {
        message: 'The file is there already; labels in it would be lost',
        where: file,
        fix: 'take its labels with --from, or write the sheet to another file',
      }),
    )
  const written = await workspace.writeText(file, sheet)
  if (!written.ok) return written
  const lines = [
    `${formatCounted(queue.length, 'answer')} in ${file}; write one word into the column "label"`,
    `  next  ${takeBack(context.commandLine)}`,
  ]
  present(context, { file, answers: queue.length }, lines.join('\n'))
  return ok(0)
}

/** The command that takes a sheet, of the one that wrote it. */
const takeBack = (commandLine: string): string =>
  commandLine.replaceAll(/ --(?:n|case|against)[ =](?:'[^']*'|\\'|[^\s'])+/g, '').replace(/--csv\b/, '--from')

/** A sheet may be taken again when more of it is filled in. */
async function takeSheet(session: LabelSession, rows: readonly SheetRow[]): Promise<Result<void>> {
  for (const { answer, given } of rows) {
    const written = given === null ? ok(undefined) : await session.write(answer, given)
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

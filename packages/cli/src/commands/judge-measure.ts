import { createError, fail, ok, type Result } from '@assay/core'
import { toJudgeCard } from '@assay/core/judging/calibration'
import { formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext, type OptionsOf } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { limitOptions } from '../evaluation/evaluation-options.ts'
import { keepCard, ownCardsFile } from '../judge/card-store.ts'
import { compareWithEarlier } from '../judge/compare-with-earlier.ts'
import { describeJudgeComparison } from '../judge/describe-judge-comparison.ts'
import { describeMeasurement } from '../judge/describe-measurement.ts'
import { judgeLabelledFile } from '../judge/judge-labelled-file.ts'
import { measureRun, type MeasuredRun } from '../judge/measure-run.ts'
import { writeAnchors } from '../judge/write-anchors.ts'
import { repeatedOption, textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import type { Workspace } from '../workspace.ts'

const options = {
  labels: repeatedOption('Label file beside that of the run, of the same judge', 'file'),
  in: textOption('Instead of a run: a file of labelled answers {question, answer, reference, label}', 'file'),
  label: textOption('Column of the labels with --in (default: label)', 'column'),
  judge: textOption(
    'Who judges the answers of --in: rules, or provider:model (default: from assay.yaml)',
    'judge',
  ),
  anchors: textOption(
    'Write the settled answers to this file: an anchor set, to measure other judges and versions on with --in',
    'file',
  ),
  ...limitOptions,
} as const

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Run whose judge is measured on its labels', required: false }],
  options,
  examples: [
    'assay judge measure assistant-1',
    'assay judge measure --in labelled.jsonl --judge openai:gpt-5-mini',
  ],
  async run({ arguments: [run], options: given }, context) {
    const { labels, in: file, label: column = 'label', judge, anchors, ...limits } = given
    const refused = refuse(run, given)
    if (refused !== null) return refused
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const judgeId = judge ?? workspace.configuration.judge
    const name =
      file === undefined
        ? ok(run ?? '')
        : await judgeLabelledFile(workspace, { file, column, judge: judgeId, limits }, context)
    if (!name.ok) return name
    const measured = await measureRun(workspace, name.value, labels ?? [])
    return measured.ok ? keepAndPresent(workspace, measured.value, anchors, context) : measured
  },
})

function refuse(
  run: string | undefined,
  { in: file, judge, label }: Pick<OptionsOf<typeof options>, 'in' | 'judge' | 'label'>,
): Result<never> | null {
  const refusal = (message: string, fix: string): Result<never> =>
    fail(createError('ASSAY-1001', { message, fix }))
  if ((run === undefined) === (file === undefined))
    return refusal('It is not clear what to measure on', 'name a run, or a file with --in')
  if (run !== undefined && judge !== undefined)
    return refusal(
      'A run is measured by the verdicts it holds; --judge goes with --in',
      `let the other judge its answers, and measure that run: assay eval score ${run} --judge ${judge}`,
    )
  return run !== undefined && label !== undefined
    ? refusal('--label names a column of the file of --in', 'leave it out: a run has labels of its own')
    : null
}

async function keepAndPresent(
  workspace: Workspace,
  measured: MeasuredRun,
  anchors: string | undefined,
  context: CommandContext,
): Promise<Result<number>> {
  const { run, labels, measurement, usdPer1000Verdicts } = measured
  const { judge } = run.configuration
  const card = toJudgeCard(measurement, { judge, usdPer1000Verdicts, on: `labels of ${run.manifest.name}` })
  const kept = await keepCard(workspace, card)
  if (!kept.ok) return kept
  const earlier = await compareWithEarlier(workspace, measured)
  const anchored = anchors === undefined ? ok(0) : await writeAnchors(workspace, run, labels, anchors)
  if (!anchored.ok) return anchored
  const width = widthOf(context)
  const lines = [
    describeMeasurement(judge, measurement, width),
    '',
    ...(earlier === null ? [] : [describeJudgeComparison(earlier, width), '']),
    ...(anchors === undefined
      ? []
      : [
          `  anchors  ${formatCounted(anchored.value, 'answer')} in ${anchors}; assay judge measure --in ${anchors}`,
        ]),
    `  card     ${ownCardsFile}; assay judge card ${judge.id}`,
    `  next     assay eval show ${run.manifest.name}`,
  ]
  present(context, { judge, card, earlier, ...measurement }, lines.join('\n'))
  return ok(0)
}

import { createError, fail, ok, type Result } from '@assay/core'
import { toJudgeCard } from '@assay/core/judging/calibration'
import { defineCommand, type CommandContext } from '../command.ts'
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
import { formatCounted } from '../render/format/format-figure.ts'
import type { Workspace } from '../workspace.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Run whose judge is measured on its labels', required: false }],
  options: {
    labels: repeatedOption('Label file beside that of the run, of the same judge', 'file'),
    in: textOption(
      'Instead of a run: a file of labelled answers {question, answer, reference, label}',
      'file',
    ),
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
  },
  examples: [
    'assay judge measure assistant-1',
    'assay judge measure --in labelled.jsonl --judge openai:gpt-5-mini',
  ],
  async run({ arguments: [run], options }, context) {
    const { labels, in: file, label: column = 'label', judge, anchors, ...limits } = options
    if ((run === undefined) === (file === undefined))
      return fail(
        createError('ASSAY-1001', {
          message: 'It is not clear what to measure on',
          fix: 'name a run, or a file with --in',
        }),
      )
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
  if (!earlier.ok) return earlier
  const anchored = anchors === undefined ? ok(0) : await writeAnchors(workspace, run, labels, anchors)
  if (!anchored.ok) return anchored
  const width = widthOf(context)
  const lines = [
    describeMeasurement(judge, measurement, width),
    '',
    ...(earlier.value === null ? [] : [describeJudgeComparison(earlier.value, width), '']),
    ...(anchors === undefined
      ? []
      : [
          `  anchors  ${formatCounted(anchored.value, 'answer')} in ${anchors}; assay judge measure --in ${anchors}`,
        ]),
    `  card     ${ownCardsFile}; assay judge card ${judge.id}`,
    `  next     assay eval show ${run.manifest.name}`,
  ]
  present(context, { judge, card, earlier: earlier.value, ...measurement }, lines.join('\n'))
  return ok(0)
}

import { createError, fail, ok, type Result } from '@assay/core'
import { compareJudges } from '@assay/core/judging/calibration'
import { defaultMargin } from '@assay/core/statistics'
import { formatCounted } from '@assay/core/wording'
import { defineCommand, type CommandContext, type OptionsOf } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { gateOptions, limitOptions } from '../evaluation/evaluation-options.ts'
import { describeJudgeComparison } from '../judge/describe-judge-comparison.ts'
import { judgeLabelledFile } from '../judge/judge-labelled-file.ts'
import { readRunLabels, verdictsOf } from '../judge/measure-run.ts'
import { openLabelledRun, type LabelledRun } from '../judge/open-labelled-run.ts'
import { repeatedOption, textOption } from '../options/option-schemas.ts'
import { present, widthOf } from '../present.ts'
import type { Workspace } from '../workspace.ts'

const options = {
  labels: repeatedOption('Label file beside those of the runs', 'file'),
  in: textOption('Instead of runs: a file of labelled answers that both judges judge', 'file'),
  label: textOption('Column of the labels with --in (default: label)', 'column'),
  judge: repeatedOption(
    'With --in, twice: the judge to compare with, then the judge that is compared',
    'judge',
  ),
  margin: gateOptions.margin,
  ...limitOptions,
} as const

export const command = defineCommand({
  arguments: [
    { name: 'first', description: 'Labelled run, judged by the one to compare with', required: false },
    {
      name: 'second',
      description: 'The same answers judged by the other (assay eval score)',
      required: false,
    },
  ],
  options,
  examples: [
    'assay judge compare assistant-1 assistant-1-scored-1',
    'assay judge compare --in labelled.jsonl --judge rules --judge openai:gpt-5-mini',
  ],
  async run({ arguments: given, options: chosen }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const names = await findRuns(workspace, given, chosen, context)
    if (!names.ok) return names
    const [first, second] = [
      await openLabelledRun(workspace, names.value[0]),
      await openLabelledRun(workspace, names.value[1]),
    ]
    if (!first.ok) return first
    if (!second.ok) return second
    const apart = refuseOtherAnswers(first.value, second.value)
    if (apart !== null) return apart
    const labels = await readRunLabels(workspace, [first.value, second.value], chosen.labels ?? [])
    if (!labels.ok) return labels
    const verdicts = { first: verdictsOf(first.value), second: verdictsOf(second.value) }
    const compared = {
      judges: { first: first.value.configuration.judge, second: second.value.configuration.judge },
      ...compareJudges(labels.value, verdicts, chosen.margin ?? defaultMargin),
    }
    if (compared.difference.pairs === 0)
      return fail(
        createError('ASSAY-7021', {
          where: names.value.join(' and '),
          message: 'No labelled answer was judged by both',
          fix: `judge the labelled answers again: assay eval score ${names.value[0]} --judge JUDGE`,
        }),
      )
    present(context, compared, describeJudgeComparison(compared, widthOf(context)))
    return ok(0)
  },
})

/** Labels are of answers: two runs that asked the target each on its own share none. `null`: they share them. */
function refuseOtherAnswers(first: LabelledRun, second: LabelledRun): Result<never> | null {
  if (first.answersId === second.answersId) return null
  const [one, other] = [first, second].map(({ manifest }) => manifest.name)
  const texts = new Map(second.answers.map(({ unit, answer }) => [unit, answer.text]))
  const differ = first.answers.filter(({ unit, answer }) => texts.get(unit) !== answer.text).length
  return fail(
    createError('ASSAY-7003', {
      where: `${one} and ${other}`,
      message: `The runs hold answers of their own: ${differ} of ${formatCounted(first.answers.length, 'answer')} differ`,
      fix: `let another judge judge the same answers: assay eval score ${one} --judge JUDGE`,
    }),
  )
}

/** Two runs as named, or made of a labelled file under two judges. */
async function findRuns(
  workspace: Workspace,
  [first, second]: readonly string[],
  given: OptionsOf<typeof options>,
  context: CommandContext,
): Promise<Result<readonly [string, string]>> {
  const { in: file, label, judge = [] } = given
  const refuse = (message: string, fix: string): Result<never> =>
    fail(createError('ASSAY-1001', { message, fix }))
  if (file === undefined) {
    if (judge.length > 0 || label !== undefined)
      return refuse('Runs hold their verdicts and labels; --judge and --label go with --in', 'leave them out')
    return first !== undefined && second !== undefined
      ? ok([first, second])
      : refuse('Two judges are compared', 'name two runs, or --in FILE with --judge twice')
  }
  if (first !== undefined) return refuse('--in stands instead of runs', 'leave out one of them')
  const [before, after] = judge
  if (before === undefined || after === undefined || judge.length > 2)
    return refuse('Two judges are compared', 'add --judge twice')
  const column = label ?? 'label'
  const judged: string[] = []
  for (const id of [before, after]) {
    const name = await judgeLabelledFile(workspace, { file, column, judge: id, limits: given }, context)
    if (!name.ok) return name
    judged.push(name.value)
  }
  return ok([judged[0] ?? '', judged[1] ?? ''])
}

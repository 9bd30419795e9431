import { createError, fail, ok, type Result } from '@assay/core'
import { checkDefinitions } from '@assay/core/checks'
import {
  calibrateThreshold,
  settleLabels,
  type CalibrationGoal,
  type ScoredRow,
} from '@assay/core/judging/calibration'
import { openCheckPorts } from '../checks/open-check-ports.ts'
import { prepareNamedCheck } from '../checks/prepare-named-check.ts'
import { defineCommand, type CommandContext, type OptionsOf } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { describeCalibration, type DescribedCalibration } from '../judge/describe-calibration.ts'
import { failUnlabelled, readRunLabels, verdictsOf } from '../judge/measure-run.ts'
import { openLabelledRun } from '../judge/open-labelled-run.ts'
import { scoreFile } from '../judge/score-file.ts'
import { numberOption, repeatedOption, shareOption, textOption } from '../options/option-schemas.ts'
import { present } from '../present.ts'
import type { Workspace } from '../workspace.ts'

const options = {
  labels: repeatedOption('Label file beside that of the run', 'file'),
  check: textOption('Instead of a judge: the check whose threshold is learned', 'id'),
  in: textOption('Cases for --check: JSON Lines, CSV', 'file'),
  label: textOption(
    'Column that says yes where the check should find something; without it all rows are harmless',
    'column',
  ),
  falsePositiveRate: shareOption(
    'Find as much as can be at this share of false alarms (default: the best balance)',
  ),
  threshold: numberOption('The threshold in use, to compare with (default: the shipped one)'),
  param: repeatedOption('A parameter of the check', 'key=value'),
  on: textOption('JSONPath of the part the check reads (default: the answer, else the text)', 'path'),
  model: textOption('provider:model for checks that ask one', 'model'),
  embedder: textOption('provider:model for checks that compare by meaning', 'model'),
  seed: textOption('Seed of the split into halves (default 1)', 'seed'),
} as const
type CalibrateOptions = OptionsOf<typeof options>

export const command = defineCommand({
  arguments: [
    { name: 'run', description: "Labelled run whose judge's score is calibrated", required: false },
  ],
  options,
  examples: [
    'assay judge calibrate --check prompt-injection --in labelled.jsonl --label attack',
    'assay judge calibrate --check prompt-injection --in harmless.jsonl --false-positive-rate 0.01',
  ],
  async run({ arguments: [run], options: given }, context) {
    const refused = refuse(run, given)
    if (refused !== null) return refused
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const { check, in: file } = given
    const calibrated =
      check !== undefined && file !== undefined
        ? await calibrateCheck(opened.value, { ...given, check, in: file }, context)
        : await calibrateJudge(opened.value, run ?? '', given)
    if (!calibrated.ok) return calibrated
    present(context, calibrated.value, describeCalibration(calibrated.value))
    return ok(0)
  },
})

function refuse(
  run: string | undefined,
  { check, in: file, label, falsePositiveRate }: CalibrateOptions,
): Result<never> | null {
  const usage = (message: string, fix: string): Result<never> =>
    fail(createError('ASSAY-1001', { message, fix }))
  if ((run === undefined) === (check === undefined))
    return usage('It is not clear what to calibrate', 'name a labelled run, or a check with --check')
  if ((check === undefined) !== (file === undefined))
    return usage('--check and --in belong together', 'name both')
  if (check !== undefined && label === undefined && falsePositiveRate === undefined)
    return usage(
      'Without labels only a share of false alarms can be aimed at',
      'name the column of the labels with --label, or add --false-positive-rate 0.01',
    )
  return null
}

async function calibrateCheck(
  workspace: Workspace,
  given: CalibrateOptions & { readonly check: string; readonly in: string },
  context: CommandContext,
): Promise<Result<DescribedCalibration>> {
  const { check: id, in: file, label = null, param, on } = given
  const prepared = prepareNamedCheck(workspace, id, { param, ...(on === undefined ? {} : { on }) })
  if (!prepared.ok) return prepared
  const outside = await openCheckPorts(workspace, prepared.value, given, context)
  if (!outside.ok) return outside
  try {
    const scored = await scoreFile(
      { check: prepared.value, ports: outside.value.ports },
      { file, label },
      context,
    )
    if (!scored.ok) return scored
    const shipped = checkDefinitions.find((each) => each.id === id)?.threshold ?? null
    const options = { ...given, threshold: given.threshold ?? shipped }
    return describe(scored.value.rows, options, {
      what: id,
      leftOut: scored.value.leftOut,
      next: (threshold) => `in assay.yaml: { check: ${id}, threshold: ${threshold} }`,
    })
  } finally {
    await outside.value.close()
  }
}

/** The judge's score against what people say: at which share of the reference an answer is right. */
async function calibrateJudge(
  workspace: Workspace,
  run: string,
  given: CalibrateOptions,
): Promise<Result<DescribedCalibration>> {
  const labelledRun = await openLabelledRun(workspace, run)
  if (!labelledRun.ok) return labelledRun
  const labels = await readRunLabels(workspace, [labelledRun.value], given.labels ?? [])
  if (!labels.ok) return labels
  const verdictOf = verdictsOf(labelledRun.value)
  const settled = settleLabels(labels.value).rows
  if (settled.length === 0) return failUnlabelled(run)
  const rows = settled.flatMap(({ about, truth }): ScoredRow[] => {
    const score = verdictOf(about)?.score ?? null
    return score === null || (truth !== 'right' && truth !== 'wrong')
      ? []
      : [{ score, positive: truth === 'right', clusterKey: about.clusterKey }]
  })
  if (new Set(rows.map(({ positive }) => positive)).size === 1)
    return fail(
      createError('ASSAY-7021', {
        where: run,
        message: `People found all ${rows.length} labelled answers ${rows[0]?.positive ? 'right' : 'wrong'}: a threshold takes both kinds`,
        fix: `label more of its answers: assay judge label ${run} --n ${2 * settled.length}`,
      }),
    )
  return describe(rows, given, {
    what: labelledRun.value.configuration.judge.id,
    leftOut: settled.length - rows.length,
    next: (threshold) => `read scores from ${threshold} as right; the judge's own word stays what it is`,
  })
}

function describe(
  rows: readonly ScoredRow[],
  {
    falsePositiveRate,
    seed = '1',
    threshold = null,
  }: Pick<CalibrateOptions, 'falsePositiveRate' | 'seed'> & {
    readonly threshold?: number | null | undefined
  },
  {
    what,
    leftOut,
    next,
  }: { readonly what: string; readonly leftOut: number; readonly next: (threshold: number) => string },
): Result<DescribedCalibration> {
  const goal: CalibrationGoal = falsePositiveRate ?? 'balance'
  const calibrated = calibrateThreshold(rows, { goal, seed, current: threshold })
  if (!calibrated.ok) return fail({ ...calibrated.error, where: what })
  const rounded = Number(calibrated.value.threshold.toPrecision(7))
  return ok({ ...calibrated.value, what, goal, leftOut, next: next(rounded) })
}

import { createError, fail, ok } from '@assay/core'
import { hasMoreToRun } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { describeCase } from '../evaluation/describe-case.ts'
import { describeRuns } from '../evaluation/describe-runs.ts'
import { gateOptions, labelOptions } from '../evaluation/evaluation-options.ts'
import { readReport } from '../evaluation/read-report.ts'
import { requireBaseline } from '../evaluation/require-baseline.ts'
import { switchOption, textOption } from '../options/option-schemas.ts'
import { present, styleOf, widthOf } from '../present.ts'
import { renderSummary } from '../render/terminal/render-summary.ts'

export const command = defineCommand({
  arguments: [
    { name: 'run', description: 'Name of the run; without it: a list of the runs', required: false },
  ],
  options: {
    failing: switchOption('Only the cases that failed, each with question, answer and reference'),
    case: textOption('One case, by its id', 'id'),
    ...gateOptions,
    ...labelOptions,
  },
  examples: ['assay eval show', 'assay eval show assistant-1 --failing'],
  async run({ arguments: [run], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const workspace = opened.value
    const baseline = await requireBaseline(workspace, options)
    if (!baseline.ok) return baseline
    if (run === undefined) {
      const runs = await workspace.runs.list()
      present(context, runs, describeRuns(runs, widthOf(context)))
      return ok(0)
    }
    const report = await readReport(workspace, {
      run,
      baseline: options.baseline,
      gates: options.failIf,
      ...(options.quarantineFlaky ? { quarantineFlaky: true } : {}),
      margin: options.margin,
      labels: options.labels,
    })
    if (!report.ok) return report
    const { summary, cases, comparison } = report.value
    if (!options.failing && options.case === undefined) {
      present(
        context,
        summary,
        renderSummary(summary, {
          width: widthOf(context),
          style: styleOf(context),
          cases,
          comparison,
          next: hasMoreToRun(summary) ? [`assay eval resume ${run}`] : [],
        }),
      )
      return ok(0)
    }
    const wanted = cases.filter(({ result }) =>
      options.case === undefined
        ? result.passed === false || result.outcome === 'error'
        : result.caseId === options.case,
    )
    if (options.case !== undefined && wanted.length === 0)
      return fail(
        createError('ASSAY-1001', {
          message: `The run has no case ${options.case}`,
          where: run,
          fix: 'list them with --failing',
        }),
      )
    const text =
      wanted.length === 0
        ? 'No case failed.'
        : wanted.map((each) => describeCase(each, widthOf(context))).join('\n\n')
    present(context, wanted, text)
    return ok(0)
  },
})

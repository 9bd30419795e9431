import { must, ok } from '@assay/core'
import { describeGate } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { gateOptions, labelOptions } from '../evaluation/evaluation-options.ts'
import { readReport } from '../evaluation/read-report.ts'
import { present, widthOf } from '../present.ts'
import { renderComparison } from '../render/terminal/render-comparison.ts'

export const command = defineCommand({
  arguments: [
    { name: 'baseline', description: 'The run to compare with', required: true },
    { name: 'run', description: 'The run that is compared', required: true },
  ],
  options: { margin: gateOptions.margin, failIf: gateOptions.failIf, ...labelOptions },
  examples: [
    'assay eval compare assistant-1 assistant-2',
    'assay eval compare assistant-1 assistant-2 --fail-if regression',
  ],
  async run({ arguments: [baseline, run = ''], options }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const report = await readReport(opened.value, {
      run,
      baseline,
      gates: options.failIf ?? [],
      margin: options.margin,
      labels: options.labels,
    })
    if (!report.ok) return report
    const comparison = must(report.value.comparison, 'comparison')
    const gates = report.value.summary.gates.map((gate) => `  gate  ${describeGate(gate)}`)
    present(
      context,
      { ...comparison, gates: report.value.summary.gates },
      [renderComparison(comparison, widthOf(context)), ...gates].join('\n'),
    )
    return ok(report.value.summary.gates.some((gate) => gate.outcome === 'failed') ? 1 : 0)
  },
})

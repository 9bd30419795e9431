import { ok } from '@assay/core'
import { groupFailures } from '@assay/core/evaluation'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { readReport } from '../evaluation/read-report.ts'
import { present, widthOf } from '../present.ts'
import { cutLine } from '../render/format/fit-text.ts'
import { formatCounted, formatPercent } from '../render/format/format-figure.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Name of the run', required: true }],
  options: {},
  examples: ['assay eval failures assistant-1'],
  async run({ arguments: [run = ''] }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const report = await readReport(opened.value, { run })
    if (!report.ok) return report
    const groups = groupFailures(report.value.summary.cases)
    const cases = new Map(report.value.cases.map((each) => [each.result.caseId, each]))
    const width = widthOf(context)
    const lines = groups.flatMap(({ label, component, cases: count, share, examples }) => [
      `${formatCounted(count, 'case')} (${formatPercent(share)})  ${label}${component === null ? '' : `  ${component}`}`,
      ...examples.map(({ caseId }) => {
        const shown = cases.get(caseId)
        return cutLine(
          `  ${caseId}  ${shown?.testCase.question ?? ''} → ${(shown?.answer?.text ?? 'none').replaceAll(/\s+/g, ' ')}`,
          width,
        )
      }),
    ])
    present(context, groups, groups.length === 0 ? 'No case failed.' : lines.join('\n'))
    return ok(0)
  },
})

import { ok } from '@assay/core'
import { groupFailures } from '@assay/core/evaluation'
import { formatOutcome } from '@assay/core/wording'
import { defineCommand } from '../command.ts'
import { openWorkspace } from '../compose.ts'
import { readReport } from '../evaluation/read-report.ts'
import { present, widthOf } from '../present.ts'
import { renderFailures } from '../render/terminal/render-failures.ts'

export const command = defineCommand({
  arguments: [{ name: 'run', description: 'Name of the run', required: true }],
  options: {},
  examples: ['assay eval failures assistant-1'],
  async run({ arguments: [run = ''] }, context) {
    const opened = await openWorkspace(context)
    if (!opened.ok) return opened
    const report = await readReport(opened.value, { run })
    if (!report.ok) return report
    const groups = groupFailures(report.value.summary.cases, formatOutcome)
    present(context, groups, renderFailures(groups, report.value.cases, widthOf(context)))
    return ok(0)
  },
})

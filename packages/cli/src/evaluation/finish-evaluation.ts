import { fail, ok, type Result } from '@assay/core'
import type { RunOutcome } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import { present, styleOf, widthOf } from '../present.ts'
import { renderHtmlReport } from '../render/html/render-html-report.ts'
import { renderSummary } from '../render/terminal/render-summary.ts'
import type { Workspace } from '../workspace.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { htmlCaseLimit, readReport, type ReportRequest } from './read-report.ts'

/** After a run: writes the report, says what was found, and gives the exit code its gates ask for. */
export async function finishEvaluation(
  workspace: Workspace,
  request: ReportRequest,
  outcome: RunOutcome,
  context: CommandContext,
): Promise<Result<number>> {
  if (outcome.reason !== null) return fail({ ...outcome.reason, fix: resumeHint(request.run, outcome) })
  const report = await readReport(workspace, { ...request, caseLimit: htmlCaseLimit })
  if (!report.ok) return report
  const file = `${workspace.runFolder(request.run)}/report.html`
  const written = await workspace.writeText(file, renderHtmlReport(report.value))
  if (!written.ok) return written
  const { summary, cases, comparison } = report.value
  const next = [`assay eval show ${request.run} --failing`, `assay eval failures ${request.run}`]
  present(
    context,
    summary,
    renderSummary(summary, {
      width: widthOf(context),
      style: styleOf(context),
      cases,
      comparison,
      report: file,
      next,
    }),
  )
  return ok(exitCodeOf(summary))
}

function resumeHint(run: string, { state, counts }: RunOutcome): string {
  const command = `assay eval resume ${run}`
  if (state === 'pending') return `put the answer files into the folder, then: ${command}`
  return `${counts.done + counts.failed} of ${counts.total} are done and kept; go on with: ${command}`
}

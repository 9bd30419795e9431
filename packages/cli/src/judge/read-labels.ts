import type { JudgeLabel } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import { parseLabels } from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'

/** Labels of files that must be there. */
export async function readLabels(
  workspace: Workspace,
  files: readonly string[],
): Promise<Result<readonly JudgeLabel[]>> {
  const labels: JudgeLabel[] = []
  for (const file of files) {
    const text = await workspace.readText(file)
    if (text === null) return fail(createError('ASSAY-1006', { where: file }))
    const parsed = parseLabels(text, file)
    if (!parsed.ok) return parsed
    labels.push(...parsed.value)
  }
  return ok(labels)
}

/** Labels of a file that may not be there yet. */
export async function readLabelsIfThere(
  workspace: Workspace,
  file: string,
): Promise<Result<readonly JudgeLabel[]>> {
  const text = await workspace.readText(file)
  return text === null ? ok([]) : parseLabels(text, file)
}

import type { JudgeLabel } from '@assay/contracts'
import { ok, type Result } from '@assay/core'
import { formatLabel, parseLabels } from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'

export interface LabelFile {
  /** All rows, those written since it was opened too. */
  labels(): readonly JudgeLabel[]
  /** The row is in the file when it resolves. */
  append(label: JudgeLabel): Promise<Result<void>>
}

/** Opens a label file to write behind its rows; a last line that was not written whole is taken away. */
export async function openLabelFile(workspace: Workspace, file: string): Promise<Result<LabelFile>> {
  const text = (await workspace.readText(file)) ?? ''
  const read = parseLabels(text, file)
  if (!read.ok) return read
  const labels = [...read.value]
  if (text !== '' && !text.endsWith('\n')) {
    const mended = await workspace.writeText(file, labels.map(formatLabel).join(''))
    if (!mended.ok) return mended
  }
  return ok({
    labels: () => labels,
    append: async (label) => {
      const written = await workspace.appendText(file, formatLabel(label))
      if (written.ok) labels.push(label)
      return written
    },
  })
}

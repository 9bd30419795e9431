import type { JudgeLabel } from '@assay/contracts'
import { ok, type Result } from '@assay/core'
import { formatLabel } from '@assay/core/judging/calibration'
import type { Workspace } from '../workspace.ts'
import { readLabelsIfThere } from './read-labels.ts'

export interface LabelFile {
  /** All rows, those written since it was opened too. */
  labels(): readonly JudgeLabel[]
  /** The row is in the file when it resolves. */
  append(label: JudgeLabel): Promise<Result<void>>
}

/** Opens a label file to write behind its rows; a last line that was not written whole is taken away. */
export async function openLabelFile(workspace: Workspace, file: string): Promise<Result<LabelFile>> {
  const read = await readLabelsIfThere(workspace, file)
  if (!read.ok) return read
  const labels = [...read.value]
  const text = await workspace.readText(file)
  if (text !== null && text !== '' && !text.endsWith('\n')) {
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

import { judgeLabelSchema, type JudgeLabel } from '@assay/contracts'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'

export const formatLabel = (label: JudgeLabel): string => `${JSON.stringify(label)}\n`

/**
 * Rows of a label file, in the order written. Fails with ASSAY-7020 at a line that is no label; a last line without its
 * end was not written whole, and is not read.
 */
export function parseLabels(text: string, file: string): Result<readonly JudgeLabel[]> {
  const labels: JudgeLabel[] = []
  const lines = text.split('\n')
  const unfinished = lines.pop() ?? ''
  for (const [index, line] of [...lines, ...(isLabel(unfinished) ? [unfinished] : [])].entries()) {
    if (line.trim() === '') continue
    const parsed = judgeLabelSchema.safeParse(readJson(line))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const problem =
        issue === undefined || issue.path.length === 0
          ? 'no label'
          : `${issue.path.join('.')}: ${issue.message}`
      return fail(createError('ASSAY-7020', { where: `${file}, line ${index + 1}: ${problem}` }))
    }
    labels.push(parsed.data)
  }
  return ok(labels)
}

const isLabel = (line: string): boolean => judgeLabelSchema.safeParse(readJson(line)).success

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

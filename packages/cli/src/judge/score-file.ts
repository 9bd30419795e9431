import { checkCaseSchema } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'
import type { ScoredRow } from '@assay/core/judging/calibration'
import type { CheckPorts, PreparedCheck } from '@assay/core/checks'
import type { CommandContext } from '../command.ts'
import { readFigures } from '../statistics/read-column.ts'
import { readRows, type FigureRow } from '../statistics/read-rows.ts'

export interface ScoredFile {
  readonly rows: readonly ScoredRow[]
  /** Rows the check gave no score, or without a label. */
  readonly leftOut: number
}

const rowsAtOnce = 8

/** The scores a check gives the rows of a file. Without a column of labels all rows count as harmless. */
export async function scoreFile(
  { check, ports }: { readonly check: PreparedCheck; readonly ports: CheckPorts },
  { file, label }: { readonly file: string; readonly label: string | null },
  context: CommandContext,
): Promise<Result<ScoredFile>> {
  const rows = await readRows(file, context)
  if (!rows.ok) return rows
  const labels = label === null ? ok(null) : readFigures(rows.value, label)
  if (!labels.ok) return labels
  const scored: ScoredRow[] = []
  for (let start = 0; start < rows.value.length; start += rowsAtOnce) {
    const batch = rows.value.slice(start, start + rowsAtOnce)
    const scores = await Promise.all(batch.map((row) => scoreRow(row, check, ports)))
    for (const [at, score] of scores.entries()) {
      if (!score.ok) return score
      const said = labels.value === null ? 0 : (labels.value.values[start + at] ?? null)
      const row = batch[at]
      if (score.value === null || said === null || row === undefined) continue
      scored.push({ score: score.value, positive: said > 0, clusterKey: clusterOf(row, start + at) })
    }
  }
  return scored.length > 0
    ? ok({ rows: scored, leftOut: rows.value.length - scored.length })
    : fail(createError('ASSAY-7021', { where: file, message: `${check.name} gave no row a score` }))
}

/** `null`: it gave no score. */
async function scoreRow(
  { where, cells }: FigureRow,
  check: PreparedCheck,
  ports: CheckPorts,
): Promise<Result<number | null>> {
  const parsed = checkCaseSchema.safeParse(cells)
  if (!parsed.success) return fail(createError('ASSAY-7012', { where }))
  const verdict = await check.run(parsed.data, ports)
  return verdict.error === null ? ok(verdict.score) : fail({ ...verdict.error, where })
}

function clusterOf({ cells }: FigureRow, index: number): string {
  const key = cells['clusterKey'] ?? cells['cluster']
  return typeof key === 'string' ? key : String(index)
}

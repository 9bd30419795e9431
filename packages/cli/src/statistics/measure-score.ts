import { createError, fail, ok, type Result } from '@assay/core'
import { estimateAuc, estimateBrier, estimateCalibration, type Estimate } from '@assay/core/statistics'
import { failNoRow, readFigures } from './read-column.ts'
import { fileOf, type FigureRow } from './read-rows.ts'

export interface MeasuredScore {
  readonly auc: Estimate
  /** For scores that are probabilities. */
  readonly brier: Estimate | null
  /** Expected calibration error; null under 200 cases, and for scores that are no probabilities. */
  readonly calibrationError: number | null
  readonly leftOut: number
}

/** How well a score tells what is true, and whether it means what it says. */
export function measureScore(
  rows: readonly FigureRow[],
  columns: { readonly score: string; readonly truth: string },
): Result<MeasuredScore> {
  const [scores, truth] = [readFigures(rows, columns.score), readFigures(rows, columns.truth)]
  if (!scores.ok) return scores
  if (!truth.ok) return truth
  if (!truth.value.isYesNo)
    return fail(
      createError('ASSAY-7402', {
        where: fileOf(rows),
        message: `The column "${columns.truth}" does not say yes or no throughout`,
      }),
    )
  const cases = scores.value.values.flatMap((score, i) => {
    const label = truth.value.values[i] ?? null
    return score === null || label === null ? [] : [{ score, positive: label === 1 }]
  })
  if (cases.length === 0)
    return failNoRow(rows, `No row has a value in both "${columns.score}" and "${columns.truth}"`)
  const predictions = cases.map(({ score, positive }) => ({ probability: score, pass: positive }))
  const areProbabilities = cases.every(({ score }) => score >= 0 && score <= 1)
  return ok({
    auc: estimateAuc(cases),
    brier: areProbabilities ? estimateBrier(predictions) : null,
    calibrationError: areProbabilities ? (estimateCalibration(predictions)?.expectedError ?? null) : null,
    leftOut: rows.length - cases.length,
  })
}

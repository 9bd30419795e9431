import type { CalibratedThreshold, CalibrationGoal, OperatingPoint } from '@assay/core/judging/calibration'
import { formatPercent, formatRate } from '@assay/core/wording'
import { formatNumber, formatNumberEstimate } from '../statistics/format-number.ts'

export interface DescribedCalibration extends CalibratedThreshold {
  readonly what: string
  readonly goal: CalibrationGoal
  readonly leftOut: number
  /** How the threshold is put to use. */
  readonly next: string
}

/** The threshold, what it promises where it was learned, and what it holds where it was not. */
export function describeCalibration(calibrated: DescribedCalibration): string {
  const { what, threshold, learned, proven, current, auc, goal, leftOut, next } = calibrated
  const aim =
    goal === 'balance' ? 'most found less false alarms' : `at most ${formatPercent(goal)} false alarms`
  return [
    `${what}: threshold ${Number(threshold.toPrecision(7))}, for ${aim}`,
    `  proven     ${describePoint(proven)}`,
    `  learned    ${describePoint(learned)}`,
    ...(current === null
      ? []
      : [`  at ${formatNumber(current.threshold).padEnd(8)}${describePoint(current)}`]),
    ...(auc.value === null ? [] : [`  AUC        ${formatNumberEstimate(auc)}`]),
    ...(leftOut === 0 ? [] : [`  left out   ${leftOut} rows without a score or a label`]),
    '  each half holds other clusters; the figures to rely on are the proven ones',
    `  next       ${next}`,
  ].join('\n')
}

/** "found 84 % (78–89, n = 150); false alarms 2 % (1–5, n = 150)" */
const describePoint = ({ truePositiveRate, falsePositiveRate }: OperatingPoint): string =>
  [
    ...(truePositiveRate.n === 0 ? [] : [`found ${formatRate(truePositiveRate)}`]),
    `false alarms ${formatRate(falsePositiveRate)}`,
  ].join('; ')

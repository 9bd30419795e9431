import type { Comparison, Estimate, JudgeCorrection } from '@assay/contracts'
import type { MeasuredDifference } from '../statistics/difference.ts'
import { decideVerdict } from '../statistics/verdict-rule.ts'

/**
 * Two corrected rates. Each rests on labels of its own version, so the intervals are joined as of independent rates (MOVER;
 * Zou & Donner 2008, Statistics in Medicine 27:1693–1702). That the cases are the same in both runs is not used: on the safe side.
 */
export function compareCorrected(
  a: JudgeCorrection | null,
  b: JudgeCorrection | null,
  margin: number,
): Comparison['corrected'] {
  if (a === null && b === null) return null
  const [before, after] = [a?.estimate ?? null, b?.estimate ?? null]
  const measured = before === null || after === null ? null : subtract(before, after)
  return { a, b, difference: measured === null ? null : decideVerdict(measured, margin) }
}

/** `null`: an interval is not known. */
function subtract(before: Estimate, after: Estimate): MeasuredDifference | null {
  const [first, second] = [ends(before), ends(after)]
  if (first === null || second === null) return null
  const difference = second.value - first.value
  const below = Math.hypot(second.value - second.low, first.high - first.value)
  const above = Math.hypot(second.high - second.value, first.value - first.low)
  return {
    difference,
    low: difference - below,
    high: difference + above,
    pValue: null,
    pairs: Math.min(before.n, after.n),
    method: 'corrected rates, MOVER 95 %',
  }
}

function ends({ value, low, high }: Estimate) {
  return value === null || low === null || high === null ? null : { value, low, high }
}

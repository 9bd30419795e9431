import type { Comparison, JudgeCorrection } from '@assay/contracts'
import { formatDifference } from './format-difference.ts'
import { formatRate } from './format-figure.ts'
import { formatBounds } from './left-out.ts'

/** "61 % (52–70, n = 77) with the judge's error taken out, by 58 right and 51 wrong labels of this run", or why it is not. */
export function describeCorrection(correction: JudgeCorrection): string {
  const { estimate, from, right, wrong } = correction
  if (estimate !== null)
    return `${formatRate(estimate)} with the judge's error taken out, by ${right} right and ${wrong} wrong labels of ${from}`
  return `not yet: ${describeRefusal(correction)}`
}

function describeRefusal({ refusal, right, wrong, range }: JudgeCorrection): string {
  const bounds =
    range === null || (range.low === 0 && range.high === 1) ? '' : `; ${formatBounds(range)} possible`
  switch (refusal) {
    case 'judge too weak':
      return `by ${right + wrong} labels the judge is hardly better than chance${bounds}`
    case 'no labels of this target version':
      return 'the labels are of another version of the target'
    case 'too few labels':
    case null:
      return `too few labels (${right} right, ${wrong} wrong; 50 of each are needed)${bounds}`
  }
}

/** The corrected difference of two runs, or which of them has no labels; `null`: neither has. */
export function describeCorrectedComparison({ corrected }: Comparison): string | null {
  if (corrected === null) return null
  if (corrected.difference !== null) return formatDifference(corrected.difference)
  const missing = [
    ...(corrected.a?.estimate ? [] : ['the first']),
    ...(corrected.b?.estimate ? [] : ['the second']),
  ]
  return `not tested: enough labels of ${missing.join(' and of ')} run are needed`
}

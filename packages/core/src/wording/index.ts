export { hasRequiredChecks, isJudgedApart, passedTitle, passedWords } from './decided-by.ts'
export { describeCorrectedComparison, describeCorrection } from './describe-correction.ts'
export { describeGate, describeRequirement } from './describe-gate.ts'
export { describeJudge } from './describe-judge.ts'
export { describeSliceName } from './describe-slice-name.ts'
export { describeUnpaired } from './describe-unpaired.ts'
export { formatMoney, formatTokens } from './format-amount.ts'
export { formatDifference, formatNeeded, formatPairs, formatSignedPoints } from './format-difference.ts'
export { formatDuration, formatDurationEstimate, formatDurationRange } from './format-duration.ts'
export {
  formatCount,
  formatCounted,
  formatInterval,
  formatPercent,
  formatRate,
  formatScore,
  formatShare,
  formatSureness,
  formatValue,
  notTested,
} from './format-figure.ts'
export { formatOutcome } from './format-outcome.ts'
export { findGateThreshold, findJudgedThreshold, findThreshold } from './gate-threshold.ts'
export { joinWords } from './join-words.ts'
export {
  describeLeftOut,
  describeStop,
  describeUnjudged,
  formatBounds,
  formatHeadlineRange,
  hasMoreToRun,
} from './left-out.ts'
export { componentWords, outcomeWords } from './outcome-words.ts'
export { toSentence } from './to-sentence.ts'
export { nameVersion } from './name-version.ts'

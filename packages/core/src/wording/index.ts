export { describeJudge } from './describe-judge.ts'
export { formatDifference, formatNeeded, formatPairs, formatSignedPoints } from './format-difference.ts'
export {
  formatCount,
  formatCounted,
  formatInterval,
  formatPercent,
  formatRate,
  formatScore,
  formatShare,
  formatValue,
  notTested,
} from './format-figure.ts'
export { formatOutcome } from './format-outcome.ts'
export { joinWords } from './join-words.ts'
export { componentWords, outcomeWords } from './outcome-words.ts'
export { toSentence } from './to-sentence.ts'
export { nameVersion } from './name-version.ts'

export {
  calibrateThreshold,
  type CalibratedThreshold,
  type CalibrationGoal,
  type OperatingPoint,
  type ScoredRow,
} from './calibrate-threshold.ts'
export { compareJudges, type JudgeComparison, type JudgeFlip } from './compare-judges.ts'
export { costOfVerdicts } from './cost-of-verdicts.ts'
export { correctJudgedRate, type JudgedRun, type RunVerdict } from './correct-judged-rate.ts'
export { drawLabels, stratumOf, type DrawnLabel, type LabelCandidate } from './draw-labels.ts'
export { findDisputed } from './find-disputed.ts'
export { labelGuideline } from './label-guideline.data.ts'
export { isRightBy, isRightByJudge } from './label-outcomes.ts'
export {
  listDisagreements,
  measureLabelledJudge,
  minLabelledTwice,
  type JudgedRow,
  type JudgeMeasurement,
  type JudgeSlice,
  type VerdictOf,
} from './measure-labelled-judge.ts'
export { formatLabel, parseLabels } from './parse-labels.ts'
export { readRunVerdicts, toVerdict } from './read-run-verdicts.ts'
export { readJudgedAnswers, type JudgedAnswer } from './read-judged-answers.ts'
export { isIndependent, settleLabels, type SettledRow } from './settle-labels.ts'
export { measureLabelAgreement, type LabelAgreement } from './measure-label-agreement.ts'
export { toJudgeCard } from './to-judge-card.ts'
export {
  describeQueued,
  toLabel,
  type GivenLabel,
  type LabelGround,
  type LabelledAnswers,
  type LabelStamp,
  type QueuedAnswer,
} from './to-label.ts'

export { compareTargetVersions, type TargetVersion } from './compare-target-versions.ts'
export { describeReview, type DescribedReview } from './describe-review.ts'
export { measureRequirement, type MeasuredRequirement, type RequirementCase } from './measure-requirement.ts'
export { mergeWhatChanged } from './merge-what-changed.ts'
export { observeRun, type ObservedRun } from './read-requirement-cases.ts'
export {
  nextReview,
  standingDecisions,
  type ReviewDecision,
  type ReviewEvent,
  type ReviewState,
} from './review-state.ts'
export { summariseReview, type ReviewedRuns, type ReviewFigures } from './summarise-review.ts'

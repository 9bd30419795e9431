export { applyGates } from './apply-gates.ts'
export { compareCorrected } from './compare-corrected.ts'
export { compareRuns, type ComparedSide } from './compare-runs.ts'
export {
  judgeByChecks,
  prepareRunChecks,
  toCheckCase,
  type ChecksOf,
  type PreparedRunChecks,
} from './judge-by-checks.ts'
export { evaluateUnit, type EvaluationParts } from './evaluate-unit.ts'
export { evaluationUnitKey, planEvaluation, type EvaluationUnit } from './evaluation-unit.ts'
export { isShareFigure, parseGate, parseGates } from './gates.ts'
export { groupFailures, type FailureGroup } from './group-failures.ts'
export { evaluationChecks } from './observation.ts'
export { summariseCost } from './summarise-cost.ts'
export { summariseEvaluation, type SummaryInput } from './summarise-evaluation.ts'
export { expandMatrix, type MatrixAxes, type MatrixSetting } from './expand-matrix.ts'
export { summariseMatrix, type MatrixSide } from './summarise-matrix.ts'
export { reportColumns, type ReportedCase } from './report-columns.ts'
export { readObservations } from './read-observations.ts'
export {
  createStopWatch,
  drawOrder,
  valueOf,
  valueOfVerdicts,
  type StopRule,
  type StopWatch,
} from './stop-when-clear.ts'
export { defaultMargin } from '../statistics/verdict-rule.ts'
export { findHeadlineRange } from './headline-range.ts'

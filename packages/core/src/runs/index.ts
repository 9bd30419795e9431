export { createId } from './create-id.ts'
export type {
  BudgetCaps,
  RateLimits,
  RunCounts,
  RunOutcome,
  RunPorts,
  RunProgress,
  RunSettings,
  RunWork,
  Spending,
  Unit,
  UnitContext,
} from './run-types.ts'

export { checkPrices } from './budget.ts'
export { holdsUnit } from './holds-unit.ts'
export { callKey } from './call-key.ts'
export { canonicalJson } from './canonical-json.ts'
export { createId } from './create-id.ts'
export { createPriceBook } from './create-price-book.ts'
export { estimateRun, type RunEstimate, type SampleRequest } from './estimate-run.ts'
export { executeRun } from './execute-run.ts'
export { openFinishedRows, type FinishedRows } from './finished-rows.ts'
export { readSpending, readUnits } from './recorded-work.ts'
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
} from './run-work.ts'

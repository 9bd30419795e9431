export type { Check, CheckExample, CheckNeed, CheckPorts, PreparedCheck } from './check.ts'
export { checkDefinitions } from './check-definitions.ts'
export { missingModel } from './answers/ask-judge.ts'
export { prepareChecks } from './prepare-checks.ts'

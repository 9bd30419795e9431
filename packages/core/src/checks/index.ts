export type { Check, CheckPorts, PreparedCheck } from './check.ts'
export { aggregateVerdicts, type CaseVerdict } from './aggregate-verdicts.ts'
export { checkDefinitions } from './check-definitions.ts'
export { prepareChecks } from './prepare-checks.ts'

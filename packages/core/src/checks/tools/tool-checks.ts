import type { Check } from '../check.ts'
import { callListChecks } from './call-list-checks.ts'
import { toolCallsCheck } from './tool-calls.ts'

export const toolChecks: readonly Check[] = [toolCallsCheck, ...callListChecks]

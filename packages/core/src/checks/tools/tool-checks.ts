import type { Check } from '../check.ts'
import { stepCountCheck, toolCallCountCheck } from './count-checks.ts'
import { endStateCheck } from './end-state.ts'
import { forbiddenToolCheck } from './forbidden-tool.ts'
import { goalReachedCheck } from './goal-reached.ts'
import { loopDetectionCheck } from './loop-detection.ts'
import { planAdherenceCheck } from './plan-adherence.ts'
import { toolArgumentsValidCheck } from './tool-arguments-valid.ts'
import { toolCallsCheck } from './tool-calls.ts'
import { toolSequenceCheck } from './tool-sequence.ts'

export const toolChecks: readonly Check[] = [
  toolCallsCheck,
  toolSequenceCheck,
  toolCallCountCheck,
  stepCountCheck,
  forbiddenToolCheck,
  toolArgumentsValidCheck,
  loopDetectionCheck,
  endStateCheck,
  goalReachedCheck,
  planAdherenceCheck,
]

import type { Check } from '../check.ts'
import { detectorChecks } from './detector-checks.ts'
import { jailbreakSuccessCheck } from './jailbreak-success-check.ts'
import { systemPromptLeakCheck } from './system-prompt-leak.ts'
import { unsafeMarkupCheck } from './unsafe-markup.ts'

export const safetyChecks: readonly Check[] = [
  ...detectorChecks,
  unsafeMarkupCheck,
  systemPromptLeakCheck,
  jailbreakSuccessCheck,
]

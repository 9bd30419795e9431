import type { Check } from '../check.ts'
import { functionCheck } from './function.ts'
import { webhookCheck } from './webhook.ts'

export const ownChecks: readonly Check[] = [functionCheck, webhookCheck]

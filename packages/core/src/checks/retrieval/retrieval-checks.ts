import type { Check } from '../check.ts'
import { rankingChecks } from './ranking-checks.ts'

export const retrievalChecks: readonly Check[] = [...rankingChecks]

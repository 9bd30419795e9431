import type { Check } from '../check.ts'
import { contextPrecisionCheck } from './context-precision.ts'
import { contextRecallCheck } from './context-recall.ts'
import { contextRelevanceCheck } from './context-relevance.ts'
import { rankingChecks } from './ranking-checks.ts'

export const retrievalChecks: readonly Check[] = [
  ...rankingChecks,
  contextPrecisionCheck,
  contextRecallCheck,
  contextRelevanceCheck,
]

import type { Check } from '../check.ts'
import { knowledgeRetentionCheck } from './knowledge-retention.ts'
import { roleAdherenceCheck } from './role-adherence.ts'
import { turnConsistencyCheck } from './turn-consistency.ts'
import { turnRelevanceCheck } from './turn-relevance.ts'

export const conversationChecks: readonly Check[] = [
  turnRelevanceCheck,
  knowledgeRetentionCheck,
  roleAdherenceCheck,
  turnConsistencyCheck,
]

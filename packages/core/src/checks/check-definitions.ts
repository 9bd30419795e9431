import { answerChecks } from './answers/answer-checks.ts'
import type { Check } from './check.ts'
import { comparisonChecks } from './comparison/comparison-checks.ts'
import { compositionChecks } from './composition/composition-checks.ts'
import { conversationChecks } from './conversation/conversation-checks.ts'
import { operationChecks } from './operation/operation-checks.ts'
import { ownChecks } from './own/own-checks.ts'
import { retrievalChecks } from './retrieval/retrieval-checks.ts'
import { safetyChecks } from './safety/safety-checks.ts'
import { similarityChecks } from './similarity/similarity-checks.ts'
import { textChecks } from './text/text-checks.ts'
import { toolChecks } from './tools/tool-checks.ts'

/** Every check there is. A new one stands in the list of its folder, and nowhere else. */
export const checkDefinitions: readonly Check[] = [
  ...textChecks,
  ...comparisonChecks,
  ...similarityChecks,
  ...retrievalChecks,
  ...answerChecks,
  ...conversationChecks,
  ...toolChecks,
  ...operationChecks,
  ...safetyChecks,
  ...ownChecks,
  ...compositionChecks,
]

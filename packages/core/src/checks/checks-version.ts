import { rulesVersion } from '../judging/rules/rules-version.ts'
import type { Hash } from '../ports/hash.ts'
import { checkAnswerRelevancePrompt } from '../prompts/check-answer-relevance.data.ts'
import { checkCitationsPrompt } from '../prompts/check-citations.data.ts'
import { checkClaimsPrompt } from '../prompts/check-claims.data.ts'
import { checkCompletenessPrompt } from '../prompts/check-completeness.data.ts'
import { checkContextPrecisionPrompt } from '../prompts/check-context-precision.data.ts'
import { checkContextRelevancePrompt } from '../prompts/check-context-relevance.data.ts'
import { checkContradictionPrompt } from '../prompts/check-contradiction.data.ts'
import { checkGEvalStepsPrompt } from '../prompts/check-g-eval-steps.data.ts'
import { checkGEvalPrompt } from '../prompts/check-g-eval.data.ts'
import { checkGoalReachedPrompt } from '../prompts/check-goal-reached.data.ts'
import { checkKeyPointsPrompt } from '../prompts/check-key-points.data.ts'
import { checkKnowledgeRetentionPrompt } from '../prompts/check-knowledge-retention.data.ts'
import { checkPairwisePrompt } from '../prompts/check-pairwise.data.ts'
import { checkPlanAdherencePrompt } from '../prompts/check-plan-adherence.data.ts'
import { checkRoleAdherencePrompt } from '../prompts/check-role-adherence.data.ts'
import { checkRubricPrompt } from '../prompts/check-rubric.data.ts'
import { checkRulesPrompt } from '../prompts/check-rules.data.ts'
import { checkSplitClaimsPrompt } from '../prompts/check-split-claims.data.ts'
import { checkTurnConsistencyPrompt } from '../prompts/check-turn-consistency.data.ts'
import { checkTurnRelevancePrompt } from '../prompts/check-turn-relevance.data.ts'
import { judgeCorrectnessPrompt } from '../prompts/judge-correctness.data.ts'
import { promptVersion, type Prompt } from '../prompts/prompt.ts'
import { detectorVersions } from '../detectors/detector-versions.data.ts'

/** Every prompt that a check asks a model with. */
export const checkPrompts: readonly Prompt[] = [
  checkAnswerRelevancePrompt,
  checkCitationsPrompt,
  checkClaimsPrompt,
  checkCompletenessPrompt,
  checkContextPrecisionPrompt,
  checkContextRelevancePrompt,
  checkContradictionPrompt,
  checkGEvalStepsPrompt,
  checkGEvalPrompt,
  checkGoalReachedPrompt,
  checkKeyPointsPrompt,
  checkKnowledgeRetentionPrompt,
  checkPairwisePrompt,
  checkPlanAdherencePrompt,
  checkRoleAdherencePrompt,
  checkRubricPrompt,
  checkRulesPrompt,
  checkSplitClaimsPrompt,
  checkTurnConsistencyPrompt,
  checkTurnRelevancePrompt,
  judgeCorrectnessPrompt,
]

/** Raised with every change of a check's own code that can change a verdict or what its reason shows. */
const codeVersion = 3

/** Changes with whatever can change a check's verdict: code, every word a model is shown, rules, detectors. Such verdicts have other keys. */
export const checksVersion = (hash: Hash): string =>
  hash(
    JSON.stringify([
      codeVersion,
      rulesVersion,
      detectorVersions,
      checkPrompts.map((prompt) => promptVersion(prompt, hash)),
    ]),
  ).slice(0, 12)

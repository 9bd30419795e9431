import type { Check } from '../check.ts'
import { answerRelevanceCheck } from './answer-relevance.ts'
import { citationAccuracyCheck } from './citation-accuracy.ts'
import { completenessCheck } from './completeness.ts'
import { contradictionCheck } from './contradiction.ts'
import { correctnessCheck } from './correctness.ts'
import { factualCorrectnessCheck } from './factual-correctness.ts'
import { faithfulnessCheck } from './faithfulness.ts'
import { gEvalCheck } from './g-eval.ts'
import { pairwiseCheck } from './pairwise.ts'
import { rubricCheck } from './rubric.ts'
import { rulesCheck } from './rules.ts'
import { summarisationCheck } from './summarisation.ts'

export const answerChecks: readonly Check[] = [
  correctnessCheck,
  faithfulnessCheck,
  answerRelevanceCheck,
  completenessCheck,
  citationAccuracyCheck,
  rulesCheck,
  rubricCheck,
  factualCorrectnessCheck,
  contradictionCheck,
  summarisationCheck,
  gEvalCheck,
  pairwiseCheck,
]

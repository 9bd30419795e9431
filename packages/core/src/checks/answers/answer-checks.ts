import type { Check } from '../check.ts'
import { answerRelevanceCheck } from './answer-relevance.ts'
import { completenessCheck } from './completeness.ts'
import { contradictionCheck } from './contradiction.ts'
import { correctnessCheck } from './correctness.ts'
import { factualCorrectnessCheck } from './factual-correctness.ts'
import { faithfulnessCheck } from './faithfulness.ts'
import { rubricCheck } from './rubric.ts'
import { rulesCheck } from './rules.ts'

export const answerChecks: readonly Check[] = [
  correctnessCheck,
  faithfulnessCheck,
  answerRelevanceCheck,
  completenessCheck,
  rulesCheck,
  rubricCheck,
  factualCorrectnessCheck,
  contradictionCheck,
]

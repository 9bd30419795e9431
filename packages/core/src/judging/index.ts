export type {
  ClaimVerdict,
  CorrectnessLabel,
  DecliningLabel,
  Judge,
  JudgeContext,
  JudgeInput,
  Judgement,
} from './judge.ts'
export { createModelJudge } from './model/create-model-judge.ts'
export { assembleJudge } from './panel/assemble-judge.ts'
export { parseJudge } from './panel/parse-judge.ts'
export { createRulesJudge } from './rules/create-rules-judge.ts'

export type {
  ClaimVerdict,
  CorrectnessLabel,
  DecliningLabel,
  Judge,
  JudgeContext,
  JudgeInput,
  Judgement,
} from './judge.ts'
export { measuredJudge } from './measured-judge.ts'
export { createModelJudge } from './model/create-model-judge.ts'
export { createRulesJudge } from './rules/create-rules-judge.ts'

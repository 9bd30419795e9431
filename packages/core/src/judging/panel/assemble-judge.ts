import { must } from '../../must.ts'
import type { Hash } from '../../ports/hash.ts'
import type { Judge } from '../judge.ts'
import { createModelJudge } from '../model/create-model-judge.ts'
import { createRulesJudge } from '../rules/create-rules-judge.ts'
import { createCascadeJudge } from './create-cascade-judge.ts'
import { createPanelJudge } from './create-panel-judge.ts'
import type { JudgeMember, JudgePlan } from './parse-judge.ts'

/** The judge of a plan. */
export function assembleJudge(plan: JudgePlan, hash: Hash): Judge {
  const stages = plan.map((stage) => {
    const members = stage.flatMap((member) => castVotes(member, hash))
    const [only] = members
    return members.length === 1 && only !== undefined ? only : createPanelJudge(members)
  })
  return stages.length === 1 ? must(stages[0], 'a stage') : createCascadeJudge(stages, hash)
}

const castVotes = ({ id, votes }: JudgeMember, hash: Hash): readonly Judge[] =>
  id === 'rules'
    ? [createRulesJudge()]
    : Array.from({ length: votes }, (_, vote) =>
        createModelJudge({ judgeModelId: id, hash, ...(votes === 1 ? {} : { vote }) }),
      )

import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'

export interface JudgeMember {
  /** `rules`, or a model as `provider:model`. */
  readonly id: string
  /** How often it is asked about each answer. */
  readonly votes: number
}

/** Judges that are asked one after another, each only about what the earlier ones did not judge; a stage decides by majority. */
export type JudgePlan = readonly (readonly JudgeMember[])[]

const maxVotes = 15

/**
 * Reads `rules`, `provider:model`, `provider:model*3` (three votes), `a, b, c` (a panel), and `rules then provider:model` (a
 * cascade of any of these). Fails with ASSAY-1001.
 */
export function parseJudge(text: string): Result<JudgePlan> {
  const stages = text.split(/\s+then\s+/).map((stage) => stage.split(',').map(parseMember))
  const wrong = stages.flat().find((member) => !member.ok)
  if (wrong !== undefined && !wrong.ok) return wrong
  const plan = stages.map((stage) => stage.flatMap((member) => (member.ok ? [member.value] : [])))
  return refuseRepeats(text, plan) ?? ok(plan)
}

/** One judge twice is no panel, and a step of rules after rules finds nothing new. `null`: nothing is repeated. */
function refuseRepeats(text: string, plan: JudgePlan): Result<never> | null {
  const twice = (ids: readonly string[]): string | undefined => ids.find((id, at) => ids.indexOf(id) < at)
  const inStage = plan.map((stage) => twice(stage.map(({ id }) => id))).find((id) => id !== undefined)
  if (inStage !== undefined)
    return refuse(text, `${inStage} stands twice in a panel: ${inStage}*2 gives it two votes`)
  const alone = plan.flatMap(([first, ...more]) =>
    more.length === 0 && first !== undefined ? [first.id] : [],
  )
  const again = twice(alone)
  return again === undefined ? null : refuse(text, `${again} is a step twice: it would say the same again`)
}

function parseMember(text: string): Result<JudgeMember> {
  const [, id = '', votes = '1'] = /^\s*([^\s*]+)\s*(?:\*\s*(\d+))?\s*$/.exec(text) ?? []
  const count = Number(votes)
  if (id === '' || id === 'none')
    return refuse(text, 'rules or provider:model stands between commas and "then"')
  if (count < 1 || count > maxVotes) return refuse(text, `ask one judge 1 to ${maxVotes} times`)
  if (id === 'rules' && count > 1) return refuse(text, 'the rules always say the same: one vote is enough')
  return ok({ id, votes: count })
}

const refuse = (text: string, fix: string): Result<never> =>
  fail(createError('ASSAY-1001', { message: `"${text.trim()}" names no judge`, where: 'judge', fix }))

import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type KnowledgeBase, type Result, type Target } from '@assay/core'
import type { RunOutcome } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import { openJudge } from '../evaluation/open-judge.ts'
import { noChecks } from '../evaluation/run-checks.ts'
import { toPassages } from '../evaluation/reference-base.ts'
import { evaluateOrGoOn, readRunState } from '../evaluation/evaluate-or-go-on.ts'
import type { EvaluationRequest } from '../evaluation/evaluation-request.ts'
import type { Workspace } from '../workspace.ts'
import { demoPlan } from './demo-plan.ts'
import { sayStep } from './demo-steps.ts'

export interface DemoEvaluation {
  readonly name: string
  readonly cases: readonly TestCase[]
  readonly base: KnowledgeBase
  readonly openTarget: () => Promise<Result<Target>>
  readonly concurrency: number
  readonly gates: readonly string[]
  readonly testSet: string
}

/** Does the evaluation, goes on with it, or uses it again when it stands finished and nothing it rests on changed. */
export async function evaluateOrReuse(
  workspace: Workspace,
  demo: DemoEvaluation,
  context: CommandContext,
): Promise<Result<void>> {
  const target = await demo.openTarget()
  if (!target.ok) return target
  const request = await createRequest(workspace, demo, target.value)
  if (!request.ok) return request
  const state = await readRunState(workspace, request.value)
  if (!state.ok) return state
  // Made by other settings or documents: the demo's own runs are made anew.
  if (state.value === 'other') await workspace.removeRun(demo.name)
  const outcome = await evaluateOrGoOn(workspace, request.value, context)
  if (!outcome.ok) return outcome
  if (outcome.value !== null) return finish(outcome.value)
  sayStep(context, 'evaluation', `${demo.name}: ${demo.cases.length} answers of the last time, used again`)
  return ok(undefined)
}

const finish = ({ reason }: RunOutcome): Result<void> =>
  reason === null
    ? ok(undefined)
    : fail(
        createError(reason.code, { ...reason, fix: 'start npm run demo again: it goes on where it stood' }),
      )

async function createRequest(
  workspace: Workspace,
  demo: DemoEvaluation,
  target: Target,
): Promise<Result<EvaluationRequest>> {
  const judge = await openJudge(workspace, 'rules')
  if (!judge.ok) return judge
  const passages = await toPassages(demo.cases, demo.base)
  return ok({
    name: demo.name,
    cases: demo.cases,
    testSet: {
      name: demo.testSet,
      hash: workspace.hash(JSON.stringify(demo.cases)).slice(0, 16),
      stale: passages.stale,
    },
    contexts: passages.contexts,
    knowledgeBase: passages.knowledgeBase,
    target,
    judge: judge.value,
    checks: noChecks,
    repeats: 1,
    retrievalDepth: 4,
    seed: demoPlan.seed,
    gates: demo.gates,
    limits: { concurrency: demo.concurrency },
  })
}

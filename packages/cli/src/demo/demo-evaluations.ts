import type { TestCase } from '@assay/contracts'
import { createError, fail, ok, type KnowledgeBase, type Result, type Target } from '@assay/core'
import { readUnits, type RunOutcome } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import { openJudge } from '../evaluation/open-judge.ts'
import { noChecks } from '../evaluation/run-checks.ts'
import { toPassages } from '../evaluation/reference-base.ts'
import {
  driveEvaluation,
  evaluationConfigurationOf,
  startEvaluation,
  type EvaluationRequest,
} from '../evaluation/start-evaluation.ts'
import { evaluationPlanHash } from '../evaluation/create-evaluation-run.ts'
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
  const stored = await workspace.runs.read(demo.name)
  const planHash = evaluationPlanHash(workspace.hash, evaluationConfigurationOf(request.value), demo.cases)
  if (!stored.ok && stored.error.code !== 'ASSAY-6003') return stored
  if (stored.ok && stored.value.manifest.planHash === planHash) {
    const done = (await readUnits(stored.value)).size
    if (done >= demo.cases.length) {
      sayStep(context, 'evaluation', `${demo.name}: ${done} answers of the last time, used again`)
      return ok(undefined)
    }
    return finish(await resume(workspace, request.value, context))
  }
  if (stored.ok) await workspace.removeRun(demo.name)
  return finish(await startEvaluation(workspace, request.value, context))
}

async function resume(
  workspace: Workspace,
  { name, target, judge }: EvaluationRequest,
  context: CommandContext,
): Promise<Result<RunOutcome>> {
  const store = await workspace.runs.open(name)
  return store.ok ? driveEvaluation(workspace, store.value, { target, ...judge }, context) : store
}

const finish = (outcome: Result<RunOutcome>): Result<void> => {
  if (!outcome.ok) return outcome
  const { reason } = outcome.value
  return reason === null
    ? ok(undefined)
    : fail(
        createError(reason.code, { ...reason, fix: 'start npm run demo again: it goes on where it stood' }),
      )
}

async function createRequest(
  workspace: Workspace,
  demo: DemoEvaluation,
  target: Target,
): Promise<Result<EvaluationRequest>> {
  const judge = await openJudge(workspace, 'rules')
  if (!judge.ok) return judge
  const passages = toPassages(demo.cases, demo.base)
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

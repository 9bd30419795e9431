import { evaluationConfigurationSchema, type EvaluationConfiguration } from '@assay/contracts'
import type { Result, RunStore } from '@assay/core'
import type { Judge } from '@assay/core/judging'
import type { RunOutcome } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import type { HubAccess } from '../hub/open-hub.ts'
import { withHub } from '../hub/with-hub.ts'
import { trackRun } from '../progress.ts'
import type { Workspace } from '../workspace.ts'
import { checkRequest } from './check-request.ts'
import { continueEvaluation, type EvaluationCourse } from './continue-evaluation.ts'
import { createEvaluationRun } from './create-evaluation-run.ts'
import { countReviewed } from './load-cases-to-ask.ts'
import type { EvaluationRequest } from './evaluation-request.ts'
import { pickChecks } from './run-checks.ts'

/** Makes the run and does it. */
export async function startEvaluation(
  workspace: Workspace,
  request: EvaluationRequest,
  context: CommandContext,
): Promise<Result<RunOutcome>> {
  const store = await makeEvaluation(workspace, request, context)
  return store.ok ? driveEvaluation(workspace, store.value, driveOf(request), context) : store
}

/** Makes the run and asks nothing yet. It holds all cases: who forgets them here needs less memory while it asks. */
export async function makeEvaluation(
  workspace: Workspace,
  request: EvaluationRequest,
  context: CommandContext,
): Promise<Result<RunStore>> {
  const { name, cases, contexts, seed } = request
  const checked = await checkRequest(workspace, request)
  if (!checked.ok) return checked
  return createEvaluationRun(workspace, {
    name,
    cases,
    seed,
    contexts,
    configuration: evaluationConfigurationOf(request),
    command: context.commandLine,
  })
}

export const driveOf = ({ target, judge, useCache = true, hub = null }: EvaluationRequest): Drive => ({
  target,
  ...judge,
  useCache,
  hub,
})

export type Drive = Pick<
  EvaluationCourse,
  'target' | 'judge' | 'judgeModels' | 'useCache' | 'retryErrors'
> & {
  readonly hub: HubAccess | null
}

/** Does what is left of an opened run under a progress line. Closes the target and the store, whatever happens. */
export async function driveEvaluation(
  workspace: Workspace,
  store: RunStore,
  drive: Drive,
  context: CommandContext,
): Promise<Result<RunOutcome>> {
  const { limits } = evaluationConfigurationSchema.parse(store.manifest.configuration)
  const { hub, ...course } = drive
  const tracker = trackRun(context, { doing: 'evaluating', done: 'evaluated' }, limits.budgetUsd)
  try {
    return await withHub(workspace, { store, hub }, context, (streamed) =>
      continueEvaluation(workspace, streamed, {
        ...course,
        signal: context.signal,
        onProgress: tracker.update,
      }).finally(tracker.end),
    )
  } finally {
    await drive.target.close()
    await store.close()
  }
}

export function evaluationConfigurationOf(request: EvaluationRequest): EvaluationConfiguration {
  const { target, targetSettings, judge, knowledgeBase, cases } = request
  return {
    target: {
      name: target.name,
      kind: target.kind,
      version: target.version,
      ...(targetSettings === undefined ? {} : { settings: targetSettings }),
    },
    testSet: { ...request.testSet, cases: cases.length, reviewed: countReviewed(cases) },
    knowledgeBase,
    judge: describeJudge(judge.judge),
    ...pickChecks(request.checks),
    repeats: request.repeats,
    quarantineFlaky: request.quarantineFlaky ?? false,
    ...(request.stopWhenClear === undefined ? {} : { stopWhenClear: request.stopWhenClear }),
    retrievalDepth: request.retrievalDepth,
    gates: [...request.gates],
    limits: request.limits,
    ...(request.answersOf === undefined ? {} : { answersOf: request.answersOf }),
    ...(request.description === undefined ? {} : { description: request.description }),
    ...(request.batch === undefined ? {} : { batch: request.batch }),
  }
}

const describeJudge = (judge: Judge | null): EvaluationConfiguration['judge'] =>
  judge === null
    ? { id: 'none', version: '1', kind: 'none' }
    : { id: judge.id, version: judge.version, kind: judge.kind }

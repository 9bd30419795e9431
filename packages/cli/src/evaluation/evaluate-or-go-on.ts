import { createError, fail, ok, type Result } from '@assay/core'
import { readUnits, type RunOutcome } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'
import { evaluationPlanHash } from './create-evaluation-run.ts'
import type { EvaluationRequest } from './evaluation-request.ts'
import { driveEvaluation, driveOf, evaluationConfigurationOf, startEvaluation } from './start-evaluation.ts'

/** Where a run of this name and plan stands. `other`: there is one, made with other settings. */
export type RunState = 'absent' | 'other' | 'open' | 'finished'

export async function readRunState(
  workspace: Workspace,
  request: EvaluationRequest,
): Promise<Result<RunState>> {
  const { name, cases, repeats } = request
  const stored = await workspace.runs.read(name)
  if (!stored.ok) return stored.error.code === 'ASSAY-6003' ? ok('absent') : stored
  const planHash = evaluationPlanHash(workspace.hash, evaluationConfigurationOf(request), cases)
  if (stored.value.manifest.planHash !== planHash) return ok('other')
  const done = (await readUnits(stored.value)).size
  return ok(done >= cases.length * repeats ? 'finished' : 'open')
}

/** Does the evaluation, goes on with it, or uses it again where it stands finished; `null`: nothing was left to do. */
export async function evaluateOrGoOn(
  workspace: Workspace,
  request: EvaluationRequest,
  context: CommandContext,
): Promise<Result<RunOutcome | null>> {
  const state = await readRunState(workspace, request)
  if (!state.ok) return state
  if (state.value === 'other') return fail(createError('ASSAY-6004', { where: request.name }))
  if (state.value === 'absent') return startEvaluation(workspace, request, context)
  if (state.value === 'finished') {
    await request.target.close()
    return ok(null)
  }
  const store = await workspace.runs.open(request.name)
  return store.ok ? driveEvaluation(workspace, store.value, driveOf(request), context) : store
}

import type { EvaluationConfiguration } from '@assay/contracts'
import { createError, fail, type Result, type Target } from '@assay/core'
import type { Workspace } from '../workspace.ts'
import { createReplayTarget } from './replay-target.ts'

/** The target a run was started with, opened again from what its folder says. */
export async function openStoredTarget(
  workspace: Workspace,
  { target, answersOf }: EvaluationConfiguration,
): Promise<Result<Target>> {
  if (answersOf !== undefined) return createReplayTarget(workspace, answersOf)
  if (target.settings === undefined) {
    return fail(
      createError('ASSAY-4006', {
        where: target.name,
        message: 'The run does not say how its target is opened',
        fix: 'start the command that made it again',
      }),
    )
  }
  return workspace.openTarget(target.name, target.settings)
}

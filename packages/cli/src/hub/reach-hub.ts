import { fail, isRetryable, ok, type Result } from '@assay/core'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'
import { openHub, type HubAccess, type HubChoice } from './open-hub.ts'

const firstContactMs = 5_000

/**
 * The hub a run is to be sent to; `null`: none is named. A wrong key or project is told before anything is asked of the
 * target; a hub that is away is not waited for.
 */
export async function reachHub(
  workspace: Pick<Workspace, 'configuration'>,
  options: HubChoice,
  context: Pick<CommandContext, 'env' | 'output'>,
): Promise<Result<HubAccess | null>> {
  const opened = await openHub(workspace, options, context)
  if (!opened.ok || opened.value === null) return opened
  const project = await greetHub(opened.value)
  if (project.ok) return opened
  if (!isRetryable(project.error)) return fail(project.error)
  context.output.error(
    `The hub cannot be reached now: ${opened.value.url}. The run goes on; its rows are sent when it is back.\n`,
  )
  return ok(opened.value)
}

/** Asks for the project, and does not wait long. */
export const greetHub = (hub: HubAccess): ReturnType<HubAccess['findProject']> =>
  hub.findProject(AbortSignal.timeout(firstContactMs))

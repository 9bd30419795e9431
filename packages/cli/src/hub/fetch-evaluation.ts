import type { Evaluation } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'
import { type HubAccess, withTimeout } from './open-hub.ts'
import { pullRun } from './pull-run.ts'
import { evaluationAddress } from './run-sender.ts'
import { isPassing, toAssayError } from './to-assay-error.ts'

const pauseMs = 5_000
/** What still moves by itself. */
const moving: readonly Evaluation['status'][] = ['queued', 'running', 'pending']

/** Waits until an evaluation of the hub ended, and fetches it into a run folder. */
export async function fetchEvaluation(
  workspace: Workspace,
  hub: HubAccess,
  { id, waitMs }: { readonly id: string; readonly waitMs: number },
  context: CommandContext,
): Promise<Result<{ readonly run: string; readonly page: string }>> {
  const ended = await waitForEnd(workspace, hub, { id, waitMs }, context)
  if (!ended.ok) return ended
  const { projectId, name, error, status } = ended.value
  const page = evaluationAddress(hub.url, { projectId, id })
  if (status === 'failed' && error !== null)
    return fail({ ...error, where: `${name}: ${error.where ?? page}` })
  const first = await pullRun(workspace, hub, id, { context })
  if (first.ok) return ok({ run: first.value.name, page })
  if (first.error.code !== 'ASSAY-6009') return first
  // Another run here has its name.
  const other = await pullRun(workspace, hub, id, { name: `evaluation-${id}`, context })
  return other.ok ? ok({ run: other.value.name, page }) : other
}

async function waitForEnd(
  { clock }: Workspace,
  hub: HubAccess,
  { id, waitMs }: { readonly id: string; readonly waitMs: number },
  { signal, output }: CommandContext,
): Promise<Result<Evaluation>> {
  const project = await hub.findProject(signal)
  if (!project.ok) return project
  const until = clock.monotonicMs() + waitMs
  let said: Evaluation['status'] | null = null
  for (;;) {
    const evaluation = await readOnce(hub, { projectId: project.value.id, evaluationId: id }, signal)
    if (!evaluation.ok && !evaluation.error.passes) return fail(evaluation.error.error)
    if (evaluation.ok && !moving.includes(evaluation.value.status)) return evaluation
    if (signal.aborted) return fail(createError('ASSAY-6006', { fix: 'start the same command again' }))
    if (clock.monotonicMs() >= until)
      return evaluation.ok
        ? fail(
            createError('ASSAY-5001', {
              message: `The evaluation is still ${evaluation.value.status}`,
              where: evaluation.value.name,
              fix: 'wait longer with --wait SECONDS',
            }),
          )
        : fail(evaluation.error.error)
    if (evaluation.ok && evaluation.value.status !== said) {
      said = evaluation.value.status
      output.error(`${evaluation.value.name} is ${said}; waiting for its end\n`)
    }
    await clock.sleep(Math.min(pauseMs, until - clock.monotonicMs()), signal)
  }
}

async function readOnce(
  hub: HubAccess,
  place: { readonly projectId: string; readonly evaluationId: string },
  signal: AbortSignal,
) {
  try {
    return ok((await hub.client.getEvaluation(place, { signal: withTimeout(signal) })).evaluation)
  } catch (error) {
    return fail({ error: toAssayError(error, hub.url), passes: isPassing(error) })
  }
}

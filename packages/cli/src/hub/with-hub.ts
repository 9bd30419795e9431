import { AssayFailure, type Result, type RunStore } from '@assay/core'
import type { RunOutcome } from '@assay/core/runs'
import { formatCounted } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import type { Workspace } from '../workspace.ts'
import type { HubAccess } from './open-hub.ts'
import { greetHub } from './reach-hub.ts'
import { restoreLostRows } from './restore-lost-rows.ts'
import { createRunSender, type RunEnd } from './run-sender.ts'
import { streamToHub, type HubStream, type StreamReport } from './stream-to-hub.ts'

/** Does the work on a run whose rows go to the hub as well, and says at the end what got there. Without a hub: the work alone. */
export async function withHub(
  workspace: Workspace,
  { store, hub }: { readonly store: RunStore; readonly hub: HubAccess | null },
  context: CommandContext,
  work: (store: RunStore) => Promise<Result<RunOutcome>>,
): Promise<Result<RunOutcome>> {
  if (hub === null) return work(store)
  const opened = await openStream(workspace, store, hub)
  if (!opened.ok) return opened
  const stream = opened.value
  const finish = async (end: RunEnd): Promise<void> => {
    const report = await stream.finish(end)
    context.output.error(`${describeReport(report, hub, store.manifest.name)}\n`)
  }
  try {
    const outcome = await work(stream.store)
    await finish(endOf(outcome))
    return outcome
  } catch (error) {
    await finish({ status: 'failed', error: error instanceof AssayFailure ? error.error : null })
    throw error
  }
}

/** Fetches back first what the hub has and the folder lost, where the hub can be reached. */
async function openStream(workspace: Workspace, store: RunStore, hub: HubAccess): Promise<Result<HubStream>> {
  const { clock, random } = workspace
  const found = await workspace.readRawRun(store.manifest.id)
  if (!found.ok) return found
  const raw = found.value.rows
  const sender = createRunSender(hub, { manifest: store.manifest, origin: 'command' })
  if ((await greetHub(hub)).ok && (await sender.open()).ok) {
    const restored = await restoreLostRows(hub, store, { sender, raw })
    if (!restored.ok) return restored
  }
  return { ok: true, value: streamToHub(store, { sender, raw, clock, random }) }
}

function endOf(outcome: Result<RunOutcome>): RunEnd {
  if (!outcome.ok) return { status: 'failed', error: outcome.error }
  const { state, reason } = outcome.value
  return { status: state === 'interrupted' ? 'stopped' : state, error: reason }
}

/** "hub       2,340 rows sent: https://…", or what waits, why, and how it gets there. */
export function describeReport(
  { sent, waiting, page, failure }: StreamReport,
  { url }: Pick<HubAccess, 'url'>,
  run: string,
): string {
  if (page !== null) return `hub  ${formatCounted(sent, 'row')} sent: ${page}`
  const left =
    waiting === 0
      ? 'all rows are there, but not how the run ended; tell it with'
      : `${formatCounted(waiting, 'row')} ${waiting === 1 ? 'waits' : 'wait'}; send ${waiting === 1 ? 'it' : 'them'} with`
  const why =
    failure === null || failure.code === 'ASSAY-9014'
      ? `the hub could not be reached (${url})`
      : `${failure.code} ${failure.message}`
  return `hub  ${why}; ${left}: assay hub push run ${run}`
}

import type { RunManifest } from '@assay/contracts'
import { createError, fail, ok, type Result, type RunStore } from '@assay/core'
import type { CommandContext } from '../command.ts'
import { trackCount } from '../progress.ts'
import type { Workspace } from '../workspace.ts'
import { type HubAccess, withTimeout } from './open-hub.ts'
import { appendRaw, readHubRows } from './restore-lost-rows.ts'
import { sendingOrder } from './run-sender.ts'
import { toAssayError } from './to-assay-error.ts'

export interface PulledRun {
  readonly name: string
  readonly rows: number
  readonly folder: string
}

/** Rows of one request. */
const pageRows = 1_000

/**
 * Makes the folder of a run the hub holds, row for row as it was sent; one that is there already, such as of a pull that
 * was interrupted, gets what it lacks.
 */
export async function pullRun(
  workspace: Workspace,
  hub: HubAccess,
  runId: string,
  { name, context }: { readonly name?: string | undefined; readonly context: CommandContext },
): Promise<Result<PulledRun>> {
  const found = await readHubManifest(hub, runId, context.signal)
  if (!found.ok) return found
  const manifest = name === undefined ? found.value : { ...found.value, name }
  const store = await openFolder(workspace, manifest)
  if (!store.ok) return store
  try {
    const rows = await fetchRows(workspace, { hub, store: store.value, context })
    return rows.ok
      ? ok({ name: manifest.name, rows: rows.value, folder: workspace.runFolder(manifest.name) })
      : rows
  } finally {
    await store.value.close()
  }
}

/** The manifest as it was sent. Fails with ASSAY-6003 where no row of the evaluation came yet. */
async function readHubManifest(
  hub: HubAccess,
  evaluationId: string,
  signal: AbortSignal,
): Promise<Result<RunManifest>> {
  const project = await hub.findProject(signal)
  if (!project.ok) return project
  try {
    const { manifest } = await hub.client.getEvaluation(
      { projectId: project.value.id, evaluationId },
      { signal: withTimeout(signal) },
    )
    return manifest === null
      ? fail(
          createError('ASSAY-6003', {
            where: evaluationId,
            message: 'The evaluation has not begun: it has no rows',
          }),
        )
      : ok(manifest)
  } catch (error) {
    return fail(toAssayError(error, hub.url))
  }
}

async function openFolder({ runs }: Workspace, manifest: RunManifest): Promise<Result<RunStore>> {
  const created = await runs.create(manifest)
  if (created.ok || created.error.code !== 'ASSAY-6009') return created
  const there = await runs.read(manifest.name)
  if (!there.ok) return there
  if (there.value.manifest.id !== manifest.id)
    return fail({ ...created.error, fix: 'fetch it under another name with --name' })
  return runs.open(manifest.name)
}

async function fetchRows(
  workspace: Workspace,
  {
    hub,
    store,
    context,
  }: { readonly hub: HubAccess; readonly store: RunStore; readonly context: CommandContext },
): Promise<Result<number>> {
  const raw = await workspace.readRawRun(store.manifest.name)
  if (!raw.ok) return raw
  const tracker = trackCount(context, { doing: 'fetching', done: 'fetched' })
  let fetched = 0
  for (const table of sendingOrder) {
    for (let line = await raw.value.rows.count(table); ;) {
      if (context.signal.aborted)
        return fail(createError('ASSAY-6006', { fix: 'start the same command again' }))
      const page = await readHubRows(
        hub,
        { runId: store.manifest.id, table, from: line, limit: pageRows },
        context.signal,
      )
      if (!page.ok) return page
      await appendRaw(store, table, page.value)
      line += page.value.length
      fetched += page.value.length
      tracker.update({ done: fetched, total: fetched })
      if (page.value.length < pageRows) break
    }
  }
  if (fetched > 0) tracker.end()
  return ok(fetched)
}

import type { AssayError, RunManifest } from '@assay/contracts'
import type { RunGrounds } from '@assay/contracts/hub'
import { fail, ok, type RawRow, type Result, type RunTable } from '@assay/core'
import { type HubAccess, withTimeout } from './open-hub.ts'
import { isPassing, toAssayError } from './to-assay-error.ts'

/**
 * The order rows are sent in. A unit's own row stands behind all it recorded, so that a run the hub holds half is one that
 * was stopped in between: it can be gone on with.
 */
export const sendingOrder = [
  'contexts',
  'cases',
  'calls',
  'candidates',
  'attempts',
  'verdicts',
  'units',
] as const satisfies readonly RunTable[]

export interface RunEnd {
  readonly status: 'finished' | 'pending' | 'stopped' | 'failed'
  readonly error: AssayError | null
}

/** Why a call of the hub did not succeed; `passes`: the same call may succeed later. */
export interface SendingFailure {
  readonly error: AssayError
  readonly passes: boolean
}

type Sent<T> = Result<T, SendingFailure>

/** One run on its way to the hub. Everything may be called again: the hub passes over what it has. */
export interface RunSender {
  /** Rows of a table the hub has, as it said last. */
  sent(table: RunTable): number
  /** Announces the run and asks what the hub has of it. */
  open(): Promise<Sent<void>>
  /** Sends rows that stand from `sent(table)` on: at most 1,000. */
  send(table: RunTable, rows: readonly RawRow[]): Promise<Sent<void>>
  /** Says how it ended; gives the address of its page. */
  close(end: RunEnd): Promise<Sent<string>>
}

export function createRunSender(
  hub: HubAccess,
  {
    manifest,
    origin,
    restsOn,
    signal,
  }: {
    readonly manifest: RunManifest
    readonly origin: 'command' | 'upload'
    /** Versions of the hub it rests on, where they are known. */
    readonly restsOn?: RunGrounds | undefined
    readonly signal?: AbortSignal | undefined
  },
): RunSender {
  const positions = new Map<RunTable, number>()
  const call = async <T>(
    ask: (place: { projectId: string; runId: string }) => Promise<T>,
  ): Promise<Sent<T>> => {
    const project = await hub.findProject(signal)
    if (!project.ok) return fail({ error: project.error, passes: project.error.code === 'ASSAY-9014' })
    try {
      return ok(await ask({ projectId: project.value.id, runId: manifest.id }))
    } catch (error) {
      if (signal?.aborted === true) throw error
      return fail({ error: toAssayError(error, hub.url), passes: isPassing(error) })
    }
  }
  const options = () => ({ signal: withTimeout(signal) })
  return {
    sent: (table) => positions.get(table) ?? 0,
    async open() {
      const opened = await call((place) =>
        hub.client.openRun({ ...place, body: { manifest, origin, restsOn } }, options()),
      )
      if (!opened.ok) return opened
      for (const table of sendingOrder) positions.set(table, opened.value.next[table] ?? 0)
      return ok(undefined)
    },
    async send(table, rows) {
      const from = positions.get(table) ?? 0
      const appended = await call((place) =>
        hub.client.appendRows({ ...place, body: { table, from, rows: [...rows] } }, options()),
      )
      if (!appended.ok) return appended
      positions.set(table, appended.value.next)
      return ok(undefined)
    },
    async close(end) {
      const closed = await call((place) => hub.client.closeRun({ ...place, body: end }, options()))
      return closed.ok ? ok(evaluationAddress(hub.url, closed.value)) : closed
    },
  }
}

/** Where people see it. */
export const evaluationAddress = (
  url: string,
  { projectId, id }: { readonly projectId: string; readonly id: string },
): string => `${url}/projects/${projectId}/evaluations/${id}`

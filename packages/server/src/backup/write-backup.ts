import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  countExpectedFacts,
  dumpRunFacts,
  factTables,
  listAppliedFactsMigrations,
  listFactTables,
} from '@assay/storage/clickhouse'
import { readControlSnapshot, type ControlSnapshot, type RunPoint } from '@assay/storage/postgres'
import type { Hub } from '../hub.ts'
import {
  fingerprintOf,
  leftOut,
  manifestFile,
  type BackupFile,
  type BackupManifest,
  type MissingRows,
} from './backup-manifest.ts'
import { createHashedFile } from './hashed-file.ts'
import { inTurn } from './in-turn.ts'

export interface BackupParts extends Pick<Hub, 'control' | 'facts' | 'clock'> {
  readonly settings: Pick<Hub['settings'], 'version' | 'postgresUrl' | 'clickhouseUrl'>
  readonly sealKey: Buffer
}

export interface BackupOrder {
  /** Must not be there; there whole when this resolves. */
  readonly folder: string
  readonly withKey: boolean
}

/**
 * Writes a backup while the hub works. The control database is read at one moment; the facts it had acknowledged then never
 * change and are read afterwards up to there. The facts are complete for everything the control database knows, because
 * rows reach them before they are acknowledged.
 */
export const writeBackup = (parts: BackupParts, order: BackupOrder): Promise<BackupManifest> =>
  inTurn(parts.facts, async (signal) => {
    const draft = `${order.folder}.partial`
    await rm(draft, { recursive: true, force: true })
    try {
      for (const each of ['control', 'facts'])
        await mkdir(join(draft, each), { recursive: true, mode: 0o700 })
      const manifest = await writeParts({ ...parts, signal }, draft, order.withKey)
      const file = await createHashedFile(join(draft, manifestFile))
      await file.writeLines([JSON.stringify(manifest, null, 2)])
      await file.close()
      await rename(draft, order.folder)
      await syncFolder(dirname(order.folder))
      return manifest
    } catch (error) {
      await rm(draft, { recursive: true, force: true })
      throw error
    }
  })

/** Ends early when the hub stops. */
type Stoppable = BackupParts & { readonly signal: AbortSignal }

async function writeParts(parts: Stoppable, draft: string, withKey: boolean): Promise<BackupManifest> {
  const { settings, clock, facts, sealKey } = parts
  await refuseUnknownTables(parts)
  const control = await readControlSnapshot(parts.control, async (snapshot) => {
    const madeAt = new Date(clock.now()).toISOString()
    return { ...snapshot, madeAt, files: await writeControl(snapshot, draft, parts.signal) }
  })
  const written = await writeFacts(parts, control.runs, draft)
  const key = withKey ? [await writeKey(draft, sealKey)] : []
  const answer = await facts.query({ query: 'select version() as version', format: 'JSONEachRow' })
  const [engine] = await answer.json<{ version: string }>()
  return {
    format: 1,
    assayVersion: settings.version,
    madeAt: control.madeAt,
    engines: {
      control: `${settings.postgresUrl === null ? 'PGlite, PostgreSQL' : 'PostgreSQL'} ${control.engineVersion}`,
      facts: `${settings.clickhouseUrl === null ? 'chdb, ClickHouse' : 'ClickHouse'} ${engine?.version ?? ''}`,
    },
    migrations: {
      control: [...control.migrations],
      facts: await listAppliedFactsMigrations(facts),
    },
    key: { isIncluded: withKey, fingerprint: fingerprintOf(sealKey) },
    leftOut: leftOut(withKey),
    files: [...control.files, ...written.files, ...key],
    missing: written.missing,
  }
}

/** A table nobody told the backup of would be lost in silence. */
async function refuseUnknownTables({ facts }: BackupParts): Promise<void> {
  const known = new Set<string>([...factTables, 'fact_migrations'])
  const unknown = (await listFactTables(facts)).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new Error(`bug: the backup does not know ${unknown.join(', ')}`)
}

async function writeControl(
  snapshot: ControlSnapshot,
  draft: string,
  signal: AbortSignal,
): Promise<BackupFile[]> {
  const files: BackupFile[] = []
  for (const table of snapshot.tables) {
    const path = `control/${table.name}.jsonl`
    const file = await createHashedFile(join(draft, path))
    for await (const lines of snapshot.readRows(table)) {
      signal.throwIfAborted()
      await file.writeLines(lines)
    }
    files.push({
      path,
      kind: 'control',
      table: table.name,
      columns: [...table.columns],
      ...(await file.close()),
    })
  }
  return files
}

async function writeFacts(
  { facts, signal }: Stoppable,
  runs: readonly RunPoint[],
  draft: string,
): Promise<{ readonly files: BackupFile[]; readonly missing: MissingRows[] }> {
  const files: BackupFile[] = []
  const missing: MissingRows[] = []
  for (const table of factTables) {
    const path = `facts/${table}.jsonl`
    const file = await createHashedFile(join(draft, path))
    for (const run of runs) {
      let found = 0
      for await (const lines of dumpRunFacts(facts, table, run)) {
        signal.throwIfAborted()
        await file.writeLines(lines)
        found += lines.length
      }
      const expected = countExpectedFacts(table, run, found)
      if (expected !== found) missing.push({ runId: run.runId, table, expected, found })
    }
    files.push({ path, kind: 'facts', table, columns: [], ...(await file.close()) })
  }
  return { files, missing }
}

async function writeKey(draft: string, key: Buffer): Promise<BackupFile> {
  const file = await createHashedFile(join(draft, 'secret.key'))
  await file.writeLines([key.toString('base64')])
  return { path: 'secret.key', kind: 'key', table: '', columns: [], ...(await file.close()) }
}

/** The name is on the disk as well. Where a system cannot do that for a folder, it does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => {})
  await handle.close()
}

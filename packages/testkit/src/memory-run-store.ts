import type { RunManifest } from '@assay/contracts'
import type { RunStore, RunTable, RunTables } from '@assay/core'

export interface MemoryRunStore extends RunStore {
  /** Rows of a table, as they stand now. */
  readonly tables: { readonly [T in RunTable]: readonly RunTables[T][] }
  /** A store over a copy of the rows: what another process would find. */
  reopen(): MemoryRunStore
}

type Tables = { [T in RunTable]: RunTables[T][] }

/** A run in memory. Rows are copied in and out as JSON, as a real store would. */
export function createMemoryRunStore(
  manifest: Partial<RunManifest> = {},
  rows: Partial<{ readonly [T in RunTable]: readonly RunTables[T][] }> = {},
): MemoryRunStore {
  const tables: Tables = {
    units: [...(rows.units ?? [])],
    attempts: [...(rows.attempts ?? [])],
    verdicts: [...(rows.verdicts ?? [])],
    calls: [...(rows.calls ?? [])],
    candidates: [...(rows.candidates ?? [])],
    cases: [...(rows.cases ?? [])],
    contexts: [...(rows.contexts ?? [])],
  }
  const full: RunManifest = { ...defaultManifest, ...manifest }
  return {
    manifest: full,
    tables,
    append: async (table, row) => {
      tables[table].push(structuredClone(row))
    },
    rows: (table) => readAll(tables[table]),
    close: async () => {},
    reopen: () => createMemoryRunStore(full, structuredClone(tables)),
  }
}

async function* readAll<T>(rows: readonly T[]): AsyncIterable<T> {
  for (const row of rows) yield structuredClone(row)
}

const defaultManifest: RunManifest = {
  schemaVersion: 1,
  id: '019b0000-0000-7000-8000-000000000000',
  name: 'test-run',
  kind: 'evaluation',
  createdAt: '2026-01-01T00:00:00.000Z',
  assayVersion: '0.1.0',
  seed: 1,
  planHash: 'plan',
  configuration: {},
  environment: { node: 'v26', platform: 'linux-x64' },
}

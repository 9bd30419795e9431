import { join } from 'node:path'
import type { RunManifest } from '@assay/contracts'
import { must, type RunReader, type RunStore, type RunTable, type RunTables } from '@assay/core'
import type { FolderLock } from './folder-lock.ts'
import { readJsonl, repairLastLine } from './jsonl-reader.ts'
import { createJsonlWriter, type JsonlWriter } from './jsonl-writer.ts'
import { parseRow, runTables } from './run-tables.ts'

/** The rows of a run folder: `units.jsonl`, `attempts.jsonl`, … A table without a row has no file. */
export function createRunReader(folder: string, manifest: RunManifest): RunReader {
  const notes: string[] = []
  return {
    manifest,
    notes,
    rows: (table) => readTable(folder, table, (note) => notes.push(note)),
  }
}

/**
 * A run folder open for writing; `lock` is given back when it closes. What it says is written survives the death of the
 * process at any moment. A power cut may take the last second: tables are flushed each for itself.
 */
export function createRunWriter(parts: {
  readonly folder: string
  readonly manifest: RunManifest
  readonly notes: readonly string[]
  readonly lock: FolderLock
}): RunStore {
  const { folder, manifest, notes, lock } = parts
  const writers = new Map<RunTable, JsonlWriter>(
    runTables.map((table) => [table, createJsonlWriter(tablePath(folder, table))]),
  )
  return {
    manifest,
    notes,
    append: (table, row) => must(writers.get(table), `the table ${table}`).append(row),
    rows: (table) => readTable(folder, table, () => {}),
    close: async () => {
      try {
        for (const writer of writers.values()) await writer.close()
      } finally {
        await lock.release()
      }
    },
  }
}

/** Mends half-written last lines, then reads every row. Returns what was mended; throws an AssayFailure (6001) at damage. */
export async function repairRunFolder(folder: string): Promise<readonly string[]> {
  const notes: string[] = []
  // Everything is read before anything is changed: a damaged folder stays as it is.
  for (const table of runTables) for await (const _ of readTable(folder, table, () => {}));
  for (const table of runTables) {
    const note = await repairLastLine({
      path: tablePath(folder, table),
      parse: (value) => parseRow(table, value),
    })
    if (note !== null) notes.push(note)
  }
  return notes
}

function readTable<T extends RunTable>(
  folder: string,
  table: T,
  note: (text: string) => void,
): AsyncIterable<RunTables[T]> {
  const path = tablePath(folder, table)
  return readJsonl<RunTables[T]>({
    path,
    parse: (value) => parseRow(table, value),
    onHalfLine: (line) => note(`${path}, line ${line}: half written, not read`),
  })
}

const tablePath = (folder: string, table: RunTable): string => join(folder, `${table}.jsonl`)

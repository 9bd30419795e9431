import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { runStatement, type FactsDatabase } from './facts-database.ts'

/** One insert must stay one block of the engine, or it is not atomic: fewer rows than its smallest block. */
export const maxInsertRows = 5_000
/** Text is handed over in one piece, which stops everything else for that long. */
export const maxInsertBytes = 4_000_000

export type FactTable = 'run_rows' | 'attempts' | 'verdicts' | 'results'

/**
 * All of the rows or none, and never twice under the same token. At most `maxInsertRows`; the caller splits. Resolves when
 * they are on the disk.
 */
export async function insertFacts(
  facts: FactsDatabase,
  table: FactTable,
  rows: readonly object[],
  token: string,
): Promise<void> {
  if (rows.length === 0) return
  const lines = rows.map((row) => JSON.stringify(row, wellFormed)).join('\n')
  await runStatement(
    facts,
    `insert into ${table} settings async_insert = 0, insert_deduplicate = 1, max_execution_time = 60,
      insert_deduplication_token = '${quoted(token)}' format JSONEachRow\n${lines}`,
  )
  await yieldToOthers()
}

/** The engine refuses half a surrogate pair; rows of runs hold theirs escaped and stay as they are. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value

const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")

/** How many rows from an index on go into one insert. At least one. */
export function countInsertRows(sizes: readonly number[], from: number): number {
  let bytes = 0
  let count = 0
  for (const size of sizes.slice(from, from + maxInsertRows)) {
    if (count > 0 && bytes + size > maxInsertBytes) break
    bytes += size
    count += 1
  }
  return count
}

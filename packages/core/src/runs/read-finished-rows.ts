import type { RunReader, RunTables } from '../ports/run-store.ts'
import { readUnits } from './recorded-work.ts'

type CountedTable = 'attempts' | 'verdicts' | 'candidates'

/** What a row is about: a later row about the same replaces an earlier one. */
const identities: { readonly [T in CountedTable]: (row: RunTables[T]) => string } = {
  attempts: (row) => `${row.repeat}\n${row.caseId}\n${row.unit}`,
  verdicts: (row) => `${row.repeat}\n${row.check}\n${row.checkKey}\n${row.caseId}\n${row.unit}`,
  candidates: (row) => `${row.type}\n${row.question}\n${row.unit}`,
}

/**
 * The rows that count: of units that ended, the last about each thing, in the order written. Figures are made from these,
 * so they are right after any kill, retry or second scoring. Reads the table twice; keeps one identity a row in memory.
 */
export async function* readFinishedRows<T extends CountedTable>(
  reader: Pick<RunReader, 'rows'>,
  table: T,
): AsyncIterable<RunTables[T]> {
  const units = await readUnits(reader)
  const seen = new Set<string>()
  const lastOf = new Map<string, number>()
  let index = 0
  for await (const row of reader.rows(table)) {
    const identity = identities[table](row)
    if (seen.has(identity)) lastOf.set(identity, index)
    else seen.add(identity)
    index += 1
  }
  seen.clear()

  index = 0
  for await (const row of reader.rows(table)) {
    const last = lastOf.size === 0 ? undefined : lastOf.get(identities[table](row))
    if (units.has(row.unit) && (last === undefined || last === index)) yield row
    index += 1
  }
}

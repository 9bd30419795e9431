import type { RunReader, RunTables } from '../ports/run-store.ts'
import { fnvOfText } from '../fnv-1a.ts'
import { readUnits } from './recorded-work.ts'

type CountedTable = 'attempts' | 'verdicts' | 'candidates'

/**
 * The rows that count: of units that ended, the last about each thing, in the order written. Figures are made from these,
 * so they are right after any kill, retry or second scoring.
 */
export interface FinishedRows {
  rows<T extends CountedTable>(table: T): AsyncIterable<RunTables[T]>
}

/** What a row is about: a later row about the same replaces an earlier one. */
const identities: { readonly [T in CountedTable]: (row: RunTables[T]) => string } = {
  attempts: (row) => `${row.repeat}\n${row.caseId}\n${row.unit}`,
  verdicts: (row) => `${row.repeat}\n${row.check}\n${row.checkKey}\n${row.caseId}\n${row.unit}`,
  candidates: (row) => `${row.type}\n${row.question}\n${row.unit}`,
}

/**
 * The finished rows of a run that does not grow meanwhile. A table is read once more at its first use, to see which rows
 * were replaced: it keeps one small number a row in memory while it looks, and the replaced ones after that.
 */
export function openFinishedRows(reader: Pick<RunReader, 'rows'>): FinishedRows {
  let ended: ReturnType<typeof readUnits> | null = null
  const replaced = new Map<CountedTable, Promise<ReadonlyMap<string, number>>>()
  return {
    async *rows(table) {
      ended ??= readUnits(reader)
      const units = await ended
      const found = replaced.get(table) ?? findReplaced(reader.rows(table), identities[table])
      replaced.set(table, found)
      const lastOf = await found
      let index = 0
      for await (const row of reader.rows(table)) {
        const last = lastOf.size === 0 ? undefined : lastOf.get(identities[table](row))
        if (units.has(row.unit) && (last === undefined || last === index)) yield row
        index += 1
      }
    },
  }
}

/** Of everything with several rows, the place of its last. */
async function findReplaced<R>(
  rows: AsyncIterable<R>,
  identityOf: (row: R) => string,
): Promise<ReadonlyMap<string, number>> {
  // A row that only shares the number of another is its own last one: that does no harm.
  const seen = new Set<number>()
  const lastOf = new Map<string, number>()
  let index = 0
  for await (const row of rows) {
    const identity = identityOf(row)
    const number = numberOf(identity)
    if (seen.has(number)) lastOf.set(identity, index)
    else seen.add(number)
    index += 1
  }
  return lastOf
}

/** In 30 bits, which need no object of their own. */
const numberOf = (text: string): number => fnvOfText(text) >>> 2

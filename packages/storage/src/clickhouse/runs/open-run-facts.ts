import type { RunManifest } from '@assay/contracts'
import { AssayFailure, createError, type RunReader, type RunTable, type RunTables } from '@assay/core'
import { parseRow } from '../../files/run-tables.ts'

/** Gives rows of a table as JSON texts, those of the lines asked for. */
export type ReadLinesOfRun = (range: {
  readonly table: RunTable
  readonly from: number
  readonly to: number
}) => Promise<readonly string[]>

export interface RunFacts {
  readonly manifest: RunManifest
  /** Rows of each table that are read; absent: none. */
  readonly lines: Readonly<Partial<Record<RunTable, number>>>
  readonly read: ReadLinesOfRun
}

const pages = { first: 500, least: 20, most: 5_000 }
const pageBytes = 4_000_000

/** A run of the hub, read as a run folder is. In flat memory: pages grow and shrink with the size of the rows. */
export const createRunFactsReader = ({ manifest, lines, read }: RunFacts): RunReader => ({
  manifest,
  notes: [],
  rows: (table) => readRows(table, lines[table] ?? 0, read),
})

async function* readRows<T extends RunTable>(
  table: T,
  end: number,
  read: ReadLinesOfRun,
): AsyncGenerator<RunTables[T], undefined> {
  let size = pages.first
  for (let from = 0; from < end;) {
    const to = Math.min(end, from + size)
    const texts = await read({ table, from, to })
    let bytes = 0
    for (const [index, text] of texts.entries()) {
      bytes += text.length
      yield toRow(table, from + index, text)
    }
    from = to
    size = Math.max(pages.least, Math.min(pages.most, Math.floor((size * pageBytes) / Math.max(1, bytes))))
  }
}

function toRow<T extends RunTable>(table: T, line: number, text: string): RunTables[T] {
  const parsed = parseRow(table, JSON.parse(text))
  if ('row' in parsed) return parsed.row
  throw new AssayFailure(
    createError('ASSAY-6001', {
      where: `${table}, line ${line + 1}: ${parsed.problem}`,
      so: 'nothing was changed',
    }),
  )
}

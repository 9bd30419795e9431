import type { RunTable } from './run-store.ts'

/** A row as its line says it, whatever its schema: written out again it is the same line. */
export type RawRow = Readonly<Record<string, unknown>>

/** The rows of a run folder as they are sent elsewhere and come back. The folder may grow meanwhile. */
export interface RawRunRows {
  /** Whole lines of the table. */
  count(table: RunTable): Promise<number>
  /** Reads the table from a line on, the first being 0. */
  cursor(table: RunTable, line: number): Promise<RowCursor>
}

/** A place in a table that grows: keeps no row and no open file between two calls. */
export interface RowCursor {
  /** What is written up to now may be read; before the first call nothing is. */
  mark(): Promise<void>
  /** The next whole rows before the mark: at most so many, and no more text than that unless one row alone has more. Throws an AssayFailure (6001, 1006). */
  next(most: { readonly rows: number; readonly bytes: number }): Promise<readonly RawRow[]>
}

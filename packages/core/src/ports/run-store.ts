import type {
  AttemptRow,
  CallRow,
  CandidateRow,
  ContextRow,
  RunManifest,
  TestCase,
  UnitRow,
  VerdictRow,
} from '@assay/contracts'
import type { Result } from '../result.ts'

/** The tables of a run and the row each holds. */
export interface RunTables {
  readonly units: UnitRow
  readonly attempts: AttemptRow
  readonly verdicts: VerdictRow
  readonly calls: CallRow
  readonly candidates: CandidateRow
  /** Evaluations: the cases of the run, written before the first unit, so that the folder tells its whole story. */
  readonly cases: TestCase
  /** Evaluations: the passages the cases' references point at. */
  readonly contexts: ContextRow
}
export type RunTable = keyof RunTables

/** One open run: append-only tables. One writer at a time. */
export interface RunStore {
  readonly manifest: RunManifest
  /** What opening it found and mended, for people: a half-written last line. */
  readonly notes?: readonly string[]
  /** Rejects with an AssayFailure (1007) when it cannot be written. Resolves when the row is handed to the operating system; it then survives the death of the process. */
  append<T extends RunTable>(table: T, row: RunTables[T]): Promise<void>
  /** Rows in the order they were written. Throws an AssayFailure (6001) at a damaged line. */
  rows<T extends RunTable>(table: T): AsyncIterable<RunTables[T]>
  /** Flushes to the disk and gives the folder free. */
  close(): Promise<void>
}

/** Reading without the right to write: reports, comparisons, a hub. */
export type RunReader = Pick<RunStore, 'manifest' | 'notes' | 'rows'>

/** Where runs are kept. */
export interface RunStoreFactory {
  create(manifest: RunManifest): Promise<Result<RunStore>>
  /** Opens for writing: repairs a half-written last line, refuses any other damage and a second writer. */
  open(id: string): Promise<Result<RunStore>>
  read(id: string): Promise<Result<RunReader>>
  list(): Promise<readonly RunManifest[]>
}

export type { FactsDatabase } from './facts-database.ts'
export { migrateFacts, readFactsMigrations, type FactsMigration } from './migrate-facts.ts'
export { countInsertRows } from './insert-facts.ts'
export {
  appendNarrowRows,
  appendRunRows,
  type RowBatch,
  type RunPlace,
  type SentRow,
} from './runs/append-run-rows.ts'
export { parseRow } from '../files/run-tables.ts'
export { createRunFactsReader, type ReadLinesOfRun } from './runs/open-run-facts.ts'
export { countRunLines, listNarrowLines, readRunLines } from './runs/read-run-lines.ts'
export { readCaseLines, readQuestions, readRowsAbout, type FoundRow } from './runs/read-case-lines.ts'
export { readRunProgress } from './runs/read-run-progress.ts'
export { removeRunFacts } from './runs/remove-run-facts.ts'
export { cutText } from './runs/run-row-columns.ts'
export { writeResults } from './results/write-results.ts'
export type { StoredResult } from './results/result-row.ts'
export {
  countResults,
  listResults,
  pageResults,
  readResult,
  readResultTexts,
  type ListedResult,
  type ResultFilter,
  type ResultsOf,
} from './results/list-results.ts'
export { countExpectedFacts, dumpRunFacts, factTables, type FactsPoint } from './backup/dump-run-facts.ts'
export {
  countFactRows,
  listAppliedFactsMigrations,
  listFactTables,
  loadFactRows,
} from './backup/load-facts.ts'
export type { FactTable } from './insert-facts.ts'

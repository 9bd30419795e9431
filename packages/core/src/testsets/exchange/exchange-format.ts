import type { TestCase } from '@assay/contracts'
import type { Hash } from '../../ports/hash.ts'
import type { Result } from '../../result.ts'

export const exchangeFormatIds = ['raget', 'hub-json', 'hub-csv', 'csv', 'jsonl'] as const
export type ExchangeFormatId = (typeof exchangeFormatIds)[number]

/** One case in a foreign format: a JSON object, or a row of texts. */
export type ForeignRecord = Readonly<Record<string, unknown>>

export interface ImportTools {
  readonly hash: Hash
  /** ISO 639-1, or `null` when it cannot be told. */
  readonly detectLanguage: (text: string) => string | null
}

export interface ExportTools extends ImportTools {
  /** Text of a reference context by its chunk id; `undefined` when it is not at hand. */
  readonly contextText: (chunkId: string) => string | undefined
}

/**
 * How one format holds a case. Both directions say only what the format has fields for: what it has no field for travels
 * in the case's `provenance.original` one way and in the record's `assay` the other way.
 */
export interface RecordFormat {
  readonly id: Exclude<ExchangeFormatId, 'jsonl'>
  /** The record in the form that `toRecord` gives, where that is not its form in the file. */
  fromFile?(record: ForeignRecord): ForeignRecord
  /** The way back. */
  toFile?(record: ForeignRecord): ForeignRecord
  fromRecord(record: ForeignRecord, tools: ImportTools): Result<TestCase>
  toRecord(testCase: TestCase, tools: ExportTools): ForeignRecord
}

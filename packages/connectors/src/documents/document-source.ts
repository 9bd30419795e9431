import type { AssayError, SourceDocument } from '@assay/contracts'
import { createError, fail, type Result } from '@assay/core'

/** What a parser is given: one file or answer, whole. */
export interface RawDocument {
  /** Path relative to the root, or address; begins `where` of every error. */
  readonly source: string
  readonly bytes: Uint8Array
}

export interface ParseOptions {
  /** Column, dotted path, or JSONPath that begins with `$`, of the text in CSV, JSON and JSON Lines; `null`: found by rule. */
  readonly textField: string | null
  /** A bad row of a JSON Lines file is reported and left out; without it the file is refused. */
  readonly skipBadRows: boolean
}

export type Parser = (raw: RawDocument, options: ParseOptions) => AsyncIterable<Result<SourceDocument>>

export const unreadable = (where: string, message: string, detail?: string): Result<never> =>
  fail(unreadableError(where, message, detail))

export const unreadableError = (where: string, message: string, detail?: string): AssayError =>
  createError('ASSAY-2003', {
    where,
    message,
    ...(detail !== undefined && { detail: detail.slice(0, 2000) }),
  })

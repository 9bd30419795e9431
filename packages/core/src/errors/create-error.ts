import { errorCatalogue, type AssayError, type ErrorCode } from '@assay/contracts'

type ErrorParts = Partial<Omit<AssayError, 'code'>>

/** An expected failure, with the catalogue's sentence and help where the caller has nothing better to say. */
export function createError(code: ErrorCode, parts: ErrorParts = {}): AssayError {
  const row = errorCatalogue[code]
  return { code, message: row.title, fix: row.help, ...parts }
}

/** Whether the same request may succeed when it is made again. */
export const isRetryable = (error: AssayError): boolean => errorCatalogue[error.code].retryable

import * as z from 'zod'
import { errorCatalogue, type ErrorCode } from './error-catalogue.data.ts'

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code)

/** An expected failure, as it is printed, stored in a row and sent over HTTP (experience: code, what, where, what to do). */
export const assayErrorSchema = z.object({
  code: z.custom<ErrorCode>((value) => typeof value === 'string' && isErrorCode(value), 'unknown error code'),
  /** What is wrong. */
  message: z.string(),
  /** File and line, address, key path, call id. */
  where: z.string().optional(),
  /** What it means for what was done before: "213 documents were read before it; nothing was stored". */
  so: z.string().optional(),
  /** What to do. */
  fix: z.string().optional(),
  /** Wait at least this long before trying again, in milliseconds, when the other side said so. */
  retryAfterMs: z.number().optional(),
  /** Raw text behind the failure, cut to 2,000 characters: a model's unreadable reply, an exception's trace. */
  detail: z.string().optional(),
})

export type AssayError = z.infer<typeof assayErrorSchema>

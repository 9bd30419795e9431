import type { AssayError, ModelReply } from '@assay/contracts'
import type * as z from 'zod'
import { createError } from '../errors/create-error.ts'
import { findRefusal } from '../judging/rules/refusal.ts'
import { fail, ok, type Result } from '../result.ts'
import { parseJsonReply, type ParsedReply } from './parse-json-reply.ts'

export interface ReadReply<T> {
  readonly value: T
  readonly repair: ParsedReply['repair']
}

/**
 * A reply as a value of the schema, or what is wrong with it: refused (ASSAY-5011), empty (5008), cut off (5009), not
 * following the schema (5010). `check` says what else must hold, in words for the model. The raw text is the error's detail.
 */
export function readModelReply<T>(
  reply: ModelReply,
  schema: z.ZodType<T>,
  check: (value: T) => string | null,
): Result<ReadReply<T>> {
  const failed = (code: ReplyErrorCode, where?: string): Result<never> => fail(replyError(code, reply, where))
  if (reply.finishReason === 'content-filter') return failed('ASSAY-5011')
  if (reply.text.trim() === '') return failed(reply.finishReason === 'length' ? 'ASSAY-5009' : 'ASSAY-5008')
  const parsed = parseJsonReply(reply.text)
  if (reply.finishReason === 'length' && parsed?.repair !== 'none') return failed('ASSAY-5009')
  if (parsed === null) return failed(isRefusal(reply.text) ? 'ASSAY-5011' : 'ASSAY-5010', 'it is not JSON')
  const shaped = schema.safeParse(parsed.value)
  if (!shaped.success) return failed('ASSAY-5010', describeIssues(shaped.error))
  const complaint = check(shaped.data)
  return complaint === null
    ? ok({ value: shaped.data, repair: parsed.repair })
    : failed('ASSAY-5010', complaint)
}

type ReplyErrorCode = 'ASSAY-5008' | 'ASSAY-5009' | 'ASSAY-5010' | 'ASSAY-5011'

const maxDetail = 2000
const maxIssues = 5

const replyError = (code: ReplyErrorCode, reply: ModelReply, where?: string): AssayError =>
  createError(code, {
    ...(where === undefined ? {} : { where }),
    ...(reply.text === '' ? {} : { detail: reply.text.slice(0, maxDetail) }),
  })

const isRefusal = (text: string): boolean => !/[{[]/.test(text) && findRefusal(text)?.rest.length === 0

const describeIssues = (error: z.ZodError): string =>
  error.issues
    .slice(0, maxIssues)
    .map(({ path, message }) => `${path.length === 0 ? 'the answer' : path.join('.')}: ${message}`)
    .join('; ')

import { createError, fail, type Result } from '@assay/core'

/** The options do not say what is to be computed. */
export const failUsage = (message: string, fix: string): Result<never> =>
  fail(createError('ASSAY-1001', { message, fix }))

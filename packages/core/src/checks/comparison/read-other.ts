import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { queryJson } from '../../json-path/query-json.ts'
import { fail, ok, type Result } from '../../result.ts'

export const otherShape = {
  to: z.unknown().optional().describe('The constant it is compared with'),
  toPath: z.string().optional().describe('JSONPath of the part of the case it is compared with'),
}

/** Reads the other value of a case; `undefined`: nothing stands there. Fails with ASSAY-7011 unless exactly one is given. */
export function readOther(
  check: string,
  { to, toPath }: { readonly to?: unknown; readonly toPath?: string | undefined },
): Result<(checkCase: CheckCase) => unknown> {
  if ((to === undefined) === (toPath === undefined))
    return fail(createError('ASSAY-7011', { where: `${check}: to, toPath`, fix: 'give one of the two' }))
  if (toPath === undefined) return ok(() => to)
  try {
    queryJson(toPath, {})
    return ok((checkCase) => queryJson(toPath, checkCase)[0])
  } catch (error) {
    return fail(createError('ASSAY-7015', { where: `${check}.toPath: ${toPath}`, detail: String(error) }))
  }
}

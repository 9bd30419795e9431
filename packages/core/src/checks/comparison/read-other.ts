import type { CheckCase } from '@assay/contracts'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { queryJson } from '../../json-path/query-json.ts'
import { fail, ok, type Result } from '../../result.ts'
import { decideComparison, type Comparison } from './decide-comparison.ts'

export const otherShape = {
  to: z.unknown().optional().describe('The constant it is compared with'),
  toPath: z.string().optional().describe('JSONPath of the part of the case it is compared with'),
}

type Parameters = Comparison & { readonly to?: unknown; readonly toPath?: string | undefined }

/** Of a case; `undefined`: nothing stands there. Several values at a path are one list. */
export type ReadOther = (checkCase: CheckCase) => Result<unknown>

/** Fails with ASSAY-7011 unless exactly one is given, and where no value can lie between the ends. */
export function readOther(check: string, { to, toPath, ...comparison }: Parameters): Result<ReadOther> {
  if ((to === undefined) === (toPath === undefined))
    return fail(createError('ASSAY-7011', { where: `${check}: to, toPath`, fix: 'give one of the two' }))
  if (toPath === undefined) {
    if (comparison.operator !== 'between' || areEnds(to, comparison)) return ok(() => ok(to))
    const fix = 'give the lower and the upper end, such as [1, 5]'
    return fail(createError('ASSAY-7011', { where: `${check}.to: no two ends`, fix }))
  }
  const read = (json: unknown) => readPath(`${check}.toPath: ${toPath}`, toPath, json)
  const tried = read({})
  return tried.ok ? ok(read) : tried
}

const areEnds = (to: unknown, comparison: Comparison): boolean =>
  Array.isArray(to) &&
  to.length === 2 &&
  decideComparison(to[0], to[1], { ...comparison, operator: 'at-most' }) === true

function readPath(where: string, path: string, json: unknown): Result<unknown> {
  try {
    const found = queryJson(path, json)
    return ok(found.length > 1 ? found : found[0])
  } catch (error) {
    return fail(createError('ASSAY-7015', { where, detail: String(error) }))
  }
}

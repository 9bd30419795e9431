import type { CheckCase, GivenParts } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import { queryJson } from '../json-path/query-json.ts'
import { fail, ok, type Result } from '../result.ts'
import type { CheckInput, CheckRead } from './check.ts'

/** What the check looks at; `null`: nothing stands at the path. Several values at a path are one list. */
export function readInput(checkCase: CheckCase, path: string | undefined): Result<CheckInput | null> {
  const found = selectPart(checkCase, path)
  if (!found.ok) return found
  if (found.value === undefined && path !== undefined) return ok(null)
  const { value } = found
  return ok({ case: checkCase, value, text: toText(value), references: readReferences(checkCase) })
}

/** The case with parts replaced; given references replace both of its forms. */
export function replaceParts(checkCase: CheckCase, given: GivenParts | undefined): CheckCase {
  if (given === undefined) return checkCase
  const { reference: _, ...rest } = checkCase
  return { ...(given.references === undefined ? checkCase : rest), ...given }
}

/** `undefined`: nothing stands there. */
function selectPart(checkCase: CheckCase, path: string | undefined): Result<unknown> {
  if (path === undefined) return ok(checkCase.answer ?? checkCase.text)
  try {
    const found = queryJson(path, checkCase)
    return ok(found.length > 1 ? found : found[0])
  } catch (error) {
    return fail(createError('ASSAY-7015', { where: path, detail: String(error) }))
  }
}

/** Of nothing: empty. */
export const toText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

const readReferences = ({ reference, references = [] }: CheckCase): readonly string[] => [
  ...(reference === undefined ? [] : [reference]),
  ...references,
]

/** Of what a check reads, the first part the case does not have; `null`: all is there. */
export function findAbsent(
  { case: checkCase, references, value }: CheckInput,
  reads: readonly CheckRead[],
): CheckRead | null {
  const isAbsent = (part: CheckRead): boolean => {
    if (part === 'reference') return references.length === 0
    return part === 'answer' ? value === undefined : checkCase[part] === undefined
  }
  return reads.find(isAbsent) ?? null
}

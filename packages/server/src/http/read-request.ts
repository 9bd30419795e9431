import type * as z from 'zod'
import type { Endpoint } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import type { AssayError } from '@assay/contracts'
import type { FieldFault } from './to-problem.ts'

/** A request that does not fit its endpoint: which fields, and why. */
export class InvalidRequest extends Error {
  readonly error: AssayError
  readonly fields: readonly FieldFault[]
  constructor(fields: readonly FieldFault[]) {
    super('invalid request')
    this.fields = fields
    this.error = createError('ASSAY-9006', {
      where: fields.map(({ pointer }) => pointer).join(', '),
      message: fields.map(({ pointer, message }) => `${pointer}: ${message}`).join('; '),
    })
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Ids that are UUIDs by their name; a path with another thing in their place leads nowhere. */
const freeFormIds = new Set(['caseId', 'personId', 'sessionId', 'name'])

/** Fails with ASSAY-9003 where an id of the path can be no id. */
export function readParameters(
  params: Readonly<Record<string, string>>,
): Result<Readonly<Record<string, string>>> {
  for (const [name, value] of Object.entries(params))
    if (freeFormIds.has(name) ? hasControlCharacter(value) : !uuid.test(value))
      return fail(createError('ASSAY-9003', { where: name }))
  return ok(params)
}

const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text)

/** Query and body as the endpoint declares them. Throws `InvalidRequest`. */
export function parseInput(
  endpoint: Endpoint,
  query: Readonly<Record<string, string>>,
  body: unknown,
): { readonly query: unknown; readonly body: unknown } {
  const faults: FieldFault[] = []
  const read = (schema: z.ZodType | undefined, value: unknown, at: string): unknown => {
    if (schema === undefined) return undefined
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues)
      faults.push({ pointer: [at, ...path.map(String)].join('/'), message })
    return undefined
  }
  const input = { query: read(endpoint.query, query, 'query'), body: read(endpoint.body, body, '') }
  if (faults.length > 0) throw new InvalidRequest(faults)
  return input
}

/** The revision of If-Match: `"12"`. Fails with ASSAY-9005 where it is missing, ASSAY-9006 where it is none of ours. */
export function readRevision(header: string | undefined): Result<number> {
  if (header === undefined) return fail(createError('ASSAY-9005'))
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())
  return match === null ? fail(createError('ASSAY-9006', { where: 'If-Match' })) : ok(Number(match[1]))
}

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import * as z from 'zod'
import { createError } from '../../errors/create-error.ts'
import { fail, ok, type Result } from '../../result.ts'
import { linearPattern } from './linear-pattern.ts'

export const schemaParameter = z
  .record(z.string(), z.unknown())
  .optional()
  .describe(
    'JSON Schema the value must meet: draft 2020-12, or draft 7 where `$schema` says so. Its patterns are RE2: no lookaround, no backreferences',
  )

/** What is wrong with a value; `null`: nothing. Throws a RangeError for a schema and a value without end: see testSchema. */
export type SchemaTest = (value: unknown) => string | null

/** Fails with ASSAY-7013 where the schema calls itself without end, or the value is nested too deeply for it. */
export function testSchema(test: SchemaTest | null, value: unknown): Result<string | null> {
  try {
    return ok(test?.(value) ?? null)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const where = 'JSON Schema: it calls itself without end, or the value is nested too deeply'
    return fail(createError('ASSAY-7013', { where }))
  }
}

/** `null`: no schema, anything meets it. Fails with ASSAY-7011 where the schema itself is wrong. */
export function compileSchema(
  check: string,
  schema: Readonly<Record<string, unknown>> | undefined,
): Result<SchemaTest | null> {
  if (schema === undefined) return ok(null)
  try {
    const validate = createAjv(schema).compile({ ...schema })
    return ok((value) => (validate(value) ? null : describeErrors(validate)))
  } catch (error) {
    return fail(
      createError('ASSAY-7011', {
        where: `${check}.schema: ${error instanceof Error ? error.message : String(error)}`,
        message: 'The JSON Schema is not valid',
      }),
    )
  }
}

function createAjv({ $schema }: Readonly<Record<string, unknown>>): Ajv {
  const code = { regExp: linearPattern }
  const options = { allErrors: true, strict: false, logger: false, ownProperties: true, code } as const
  const ajv =
    typeof $schema === 'string' && /draft-0[67]/.test($schema) ? new Ajv(options) : new Ajv2020(options)
  // The package's types stand for its CommonJS form.
  const addFormats = 'default' in formats ? formats.default : formats
  ;(addFormats as (instance: Ajv) => void)(ajv)
  return ajv
}

const shown = 3

function describeErrors({ errors }: ValidateFunction): string {
  const all = errors ?? []
  const told = all.slice(0, shown).map(describeError)
  return [...told, ...(all.length > shown ? [`${all.length - shown} more`] : [])].join('; ')
}

const describeError = ({ instancePath, message = 'is wrong', params }: ErrorObject): string => {
  const extra: unknown = params['additionalProperty']
  return `${toJsonPath(instancePath)} ${message}${typeof extra === 'string' ? ` (${extra})` : ''}`
}

/** A JSON Pointer (RFC 6901) as JSONPath: `/items/0/a~1b` is `$.items[0]["a/b"]`. */
const toJsonPath = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) =>
      /^\d+$/.test(key)
        ? `[${key}]`
        : /^[A-Za-z_$][\w$]*$/.test(key)
          ? `.${key}`
          : `[${JSON.stringify(key)}]`,
    )
    .reduce((path, step) => path + step, '$')

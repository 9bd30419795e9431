import * as z from 'zod'
import { code } from './markdown.ts'

/** The part of JSON Schema that the contracts' schemas use. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: string | number | boolean
  readonly default?: unknown
  readonly description?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: JsonSchema | boolean
  readonly required?: readonly string[]
}

/** One field, at any depth: `referenceClaims[].evidence[].quote`. */
export interface SchemaRow {
  readonly path: string
  readonly schema: JsonSchema
  readonly isRequired: boolean
}

/** As plain JSON, the form in which editors get it. */
export function toJsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const plain: JsonSchema = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' })))
  return plain
}

/** The fields of an object schema, each followed by the fields inside it. */
export function listSchemaRows(schema: JsonSchema, prefix = ''): readonly SchemaRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`
    const row = { path, schema: field, isRequired: schema.required?.includes(name) ?? false }
    return [row, ...listInner(field, path)]
  })
}

function listInner(field: JsonSchema, path: string): readonly SchemaRow[] {
  const one = withoutNull(field)
  if (one.properties !== undefined) return listSchemaRows(one, `${path}.`)
  if (one.items?.properties !== undefined) return listSchemaRows(one.items, `${path}[].`)
  return []
}

/** The schema beside `null`, where a field may be one of the two. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null')
  return others?.length === 1 ? (others[0] ?? schema) : schema
}

/** The type in words. */
export function describeType(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(String(schema.const))
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return choices.map(describeType).join(' or ')
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(describeType).join(', ')}]`
  if (schema.type === 'array') return `list of ${describeType(schema.items ?? {})}`
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object')
    return `map of ${describeType(schema.additionalProperties)}`
  if (schema.type === 'integer') return 'whole number'
  return [schema.type ?? 'anything'].flat().join(' or ')
}

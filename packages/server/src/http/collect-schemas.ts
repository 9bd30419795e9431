import * as z from 'zod'
import * as contracts from '@assay/contracts'
import * as hub from '@assay/contracts/hub'

type Json = Readonly<Record<string, unknown>>

/** JSON Schemas with every named schema of the contracts written once, under `components`. */
export interface SchemaCollector {
  toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json
  /** All that were met so far, by name. */
  readonly schemas: Readonly<Record<string, Json>>
}

export function createSchemaCollector(): SchemaCollector {
  const names = nameSchemas()
  const schemas: Record<string, Json> = {}
  return {
    schemas,
    toJsonSchema(schema, io) {
      // What has no JSON Schema, such as a custom check of a string, stays open.
      const written = z.toJSONSchema(schema, {
        io,
        metadata: names,
        unrepresentable: 'any',
        target: 'draft-2020-12',
      })
      const { $schema: _, $defs, ...rest } = toComponents(written, io) as Record<string, unknown>
      for (const [name, value] of Object.entries(isJson($defs) ? $defs : {}))
        schemas[componentName(name, io)] ??= value as Json
      return rest
    },
  }
}

/** `projectSchema` is `Project`. */
function nameSchemas(): z.core.$ZodRegistry<{ id?: string | undefined }> {
  const registry = z.registry<{ id?: string | undefined }>()
  for (const [name, value] of Object.entries({ ...contracts, ...hub }))
    if (name.endsWith('Schema') && value instanceof z.ZodObject)
      registry.add(value, { id: name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length) })
  return registry
}

/** What is sent may leave out what has a default, so the two forms differ. */
const componentName = (name: string, io: 'input' | 'output'): string =>
  io === 'input' ? `${name}Input` : name

function toComponents(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((each) => toComponents(each, io))
  if (!isJson(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === '$ref' && typeof each === 'string'
        ? [
            key,
            each.replace(
              /^#\/\$defs\/(.+)$/,
              (_, name: string) => `#/components/schemas/${componentName(name, io)}`,
            ),
          ]
        : [key, toComponents(each, io)],
    ),
  )
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

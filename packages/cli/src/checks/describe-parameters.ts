import * as z from 'zod'
import type { Check } from '@assay/core/checks'

export interface ParameterRow {
  readonly name: string
  /** "number, default 5"; "text | list of text". */
  readonly type: string
  readonly description: string
}

const partSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
})
const objectSchema = z.looseObject({
  properties: z.record(z.string(), partSchema).default({}),
  required: z.array(z.string()).default([]),
})

/** What a check takes, read from its schema. */
export function describeParameters({ parameters }: Check): readonly ParameterRow[] {
  const { properties, required } = objectSchema.parse(
    z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' }),
  )
  return Object.entries(properties).map(([name, part]) => {
    const need =
      part.default !== undefined
        ? `, default ${JSON.stringify(part.default)}`
        : required.includes(name)
          ? ''
          : ', optional'
    return { name, type: `(${nameType(part)}${need})`, description: part.description ?? '' }
  })
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'mapping',
}

function nameType(part: unknown): string {
  const parsed = partSchema.safeParse(part)
  if (!parsed.success) return 'any'
  const { type, enum: choices, anyOf, items, const: constant } = parsed.data
  if (choices !== undefined) return choices.map(String).join(' | ')
  if (constant !== undefined) return JSON.stringify(constant)
  if (anyOf !== undefined) return [...new Set(anyOf.map(nameType))].join(' or ')
  if (type === 'array') return `list of ${nameType(items)}`
  return typeof type === 'string' ? (typeNames[type] ?? type) : 'any'
}

type Schema = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether a JSON Schema keeps the rules of strict structured output: every object closed, every property required.
 * A schema that does not is sent as a guide, without `strict`, because providers refuse it otherwise.
 */
export function isStrictSchema(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrictSchema)
  if (!isObject(schema)) return true
  return isClosedObject(schema) && Object.values(schema).every(isStrictSchema)
}

function isClosedObject(schema: Schema): boolean {
  const { properties, required, additionalProperties, type } = schema
  if (type !== 'object') return true
  const names = isObject(properties) ? Object.keys(properties) : []
  const needed = new Set(Array.isArray(required) ? required : [])
  return additionalProperties === false && names.every((name) => needed.has(name))
}

/** A value of a file somebody else's program wrote: nothing is taken for granted. */
export type Loose = unknown

/** What stands under the keys; `undefined`: something on the way is missing. Numbers are places in lists. */
export function pick(value: Loose, ...keys: readonly (string | number)[]): Loose {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = Reflect.get(found, key)
  }
  return found
}

export const asText = (value: Loose): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

export const asCount = (value: Loose): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= Number.MAX_SAFE_INTEGER
    ? value
    : null

export const asList = (value: Loose): readonly Loose[] => (Array.isArray(value) ? value : [])

export const isRecord = (value: Loose): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text as it is, nothing as nothing, anything else as JSON. */
export const toWords = (value: Loose): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** `undefined`: it is no JSON. */
export function parseLoose(text: string): Loose {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

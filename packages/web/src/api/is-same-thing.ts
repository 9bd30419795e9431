/**
 * Whether two inputs of an endpoint are about the same thing and differ in their query alone: then what was shown may
 * stay while the other is read. Rows of another project must never stand under this one's name.
 */
export function isSameThing(one: unknown, other: unknown): boolean {
  return JSON.stringify(pathOf(one)) === JSON.stringify(pathOf(other))
}

function pathOf(input: unknown): readonly (readonly [string, unknown])[] {
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input)
    .filter(([name]) => name !== 'query' && name !== 'body')
    .sort(([one], [other]) => one.localeCompare(other))
}

/** Levels of lists and objects within each other. What people write has ten; a thousand could break whoever walks through. */
const mostLevels = 60

/** Whether a value is nested deeper than anything the hub keeps. */
export function isTooDeep(value: unknown, levels = mostLevels): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((part) => isTooDeep(part, levels - 1))
}

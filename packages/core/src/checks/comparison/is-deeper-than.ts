/** What is nested deeper is not compared: the comparison calls itself. */
export const maxJsonLevels = 500

/** Whether lists and objects are nested more than so many levels. Looks level by level, so that no depth is too much. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as readonly unknown[]) : [],
    )
    if (level.length === 0) return false
  }
  return true
}

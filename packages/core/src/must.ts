/** Returns the value, or throws: for what cannot be absent unless the program is wrong. Never caught below an entry point. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`bug: ${what} is missing`)
  return value
}

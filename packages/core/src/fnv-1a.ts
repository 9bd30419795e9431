/** FNV-1a, 32 bits: what it starts from. */
export const fnvStart = 0x811c9dc5

/** The hash with one value more. */
export const fnvStep = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193)

/** Of the UTF-16 units in [start, end); signed. */
export function fnvOfText(text: string, start = 0, end = text.length): number {
  let hash = fnvStart
  for (let index = start; index < end; index += 1) hash = fnvStep(hash, text.charCodeAt(index))
  return hash
}

import { canonicalJson } from '../../runs/canonical-json.ts'
import type { ForeignRecord } from './exchange-format.ts'

export const isRecord = (value: unknown): value is ForeignRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isSame = (left: unknown, right: unknown): boolean =>
  canonicalJson(left ?? null) === canonicalJson(right ?? null)

/** What `record` holds beyond `plain`, key by key and inside of objects; `null`: nothing. */
export function leftOver(record: ForeignRecord, plain: ForeignRecord): ForeignRecord | null {
  const left = Object.entries(record).flatMap(([key, value]): [string, unknown][] => {
    const known = Object.hasOwn(plain, key) ? plain[key] : undefined
    if (known !== undefined && isSame(value, known)) return []
    if (!isRecord(value) || !isRecord(known)) return [[key, value]]
    const inner = leftOver(value, known)
    return inner === null ? [] : [[key, inner]]
  })
  return left.length === 0 ? null : Object.fromEntries(left)
}

/** `plain` with what was left over put back. */
export function mergeOver(plain: ForeignRecord, left: ForeignRecord): ForeignRecord {
  const merged: Record<string, unknown> = { ...plain }
  for (const [key, value] of Object.entries(left)) {
    const known = Object.hasOwn(plain, key) ? plain[key] : undefined
    setOwn(merged, key, isRecord(known) && isRecord(value) ? mergeOver(known, value) : value)
  }
  return merged
}

/** Sets a key of others as the object's own, also `__proto__`. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}

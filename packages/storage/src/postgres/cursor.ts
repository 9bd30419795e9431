import { createError, fail, ok, type Result } from '@assay/core'

/** A cursor is the sort key of the last row read, unreadable on purpose: callers pass it back as it is. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** Fails with ASSAY-9006 where it is none of ours. */
export function decodeCursor(cursor: string, length: number): Result<readonly (string | number)[]> {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return ok(key)
  } catch {
    // Not JSON: said below.
  }
  return noCursor()
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Of a list in the order of its ids. Fails with ASSAY-9006 where it is none of ours. */
export function decodeIdCursor(cursor: string): Result<string> {
  const key = decodeCursor(cursor, 1)
  if (!key.ok) return key
  const [id] = key.value
  return typeof id === 'string' && uuid.test(id) ? ok(id) : noCursor()
}

/** Of a list in the order of a whole number that fits PostgreSQL's `integer`. Fails with ASSAY-9006 where it is none of ours. */
export function decodeNumberCursor(cursor: string): Result<number> {
  const key = decodeCursor(cursor, 1)
  if (!key.ok) return key
  const [number] = key.value
  return typeof number === 'number' && Number.isInteger(number) && Math.abs(number) < 2 ** 31
    ? ok(number)
    : noCursor()
}

const noCursor = (): Result<never> =>
  fail(createError('ASSAY-9006', { where: 'cursor', fix: 'send `next` of the page before as it came' }))

const isKeyPart = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/** Cuts one row more than asked for into a page and the cursor of the page behind. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null
  return { items: page.map(toItem), next }
}

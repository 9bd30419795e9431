import type { BodyChange } from '@assay/contracts/hub'

/**
 * Where two JSON values differ, as JSON pointers (RFC 6901) in the order of the values: keys of `before` first, then those
 * that are new. Lists are compared place by place. A side that was not there is absent; equal values give nothing.
 */
export function diffJson(before: unknown, after: unknown): BodyChange[] {
  const changes: BodyChange[] = []
  collect(before, after, '', changes)
  return changes
}

function collect(before: unknown, after: unknown, pointer: string, changes: BodyChange[]): void {
  if (Object.is(before, after)) return
  const parts = pairParts(before, after)
  if (parts === null) {
    changes.push({
      pointer,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })
    return
  }
  for (const [key, left, right] of parts) collect(left, right, `${pointer}/${escapePart(key)}`, changes)
}

/** The parts of two lists or two objects side by side; `null`: they are not of one kind, and differ as wholes. */
function pairParts(
  before: unknown,
  after: unknown,
): readonly (readonly [key: string, before: unknown, after: unknown])[] | null {
  if (Array.isArray(before) && Array.isArray(after))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => [
      String(index),
      before[index],
      after[index],
    ])
  if (!isObject(before) || !isObject(after)) return null
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => [
    key,
    readOwn(before, key),
    readOwn(after, key),
  ])
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A key such as `constructor` that only the other side has must not be found on the prototype. */
const readOwn = (of: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(of, key) ? of[key] : undefined

const escapePart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

export interface JsonDifference {
  /** `$.items[2].price` */
  readonly path: string
  readonly what: 'missing' | 'extra' | 'different'
}

export interface JsonDiff {
  /** Share of the leaves of both values together that agree, 0 to 1. */
  readonly score: number
  readonly differences: readonly JsonDifference[]
}

export interface DiffOptions {
  /** Paths left out, with all below them. */
  readonly ignore: readonly string[]
  /** Lists are compared as bags: each item with the one most like it. */
  readonly ignoreOrder: boolean
  readonly tolerance: number
}

interface Count {
  agreeing: number
  leaves: number
  readonly differences: JsonDifference[]
}

/**
 * How alike two JSON values are: every leaf of either counts once, an object's or a list's leaves those below it. An
 * empty object or list is one leaf.
 */
export function diffJson(actual: unknown, expected: unknown, options: DiffOptions): JsonDiff {
  const count: Count = { agreeing: 0, leaves: 0, differences: [] }
  compareValues(actual, expected, '$', { count, options })
  return { score: count.leaves === 0 ? 1 : count.agreeing / count.leaves, differences: count.differences }
}

interface Comparing {
  readonly count: Count
  readonly options: DiffOptions
}

function compareValues(actual: unknown, expected: unknown, path: string, comparing: Comparing): void {
  if (comparing.options.ignore.includes(path)) return
  if (isObject(actual) && isObject(expected)) return compareObjects(actual, expected, path, comparing)
  if (Array.isArray(actual) && Array.isArray(expected)) return compareLists(actual, expected, path, comparing)
  const { count, options } = comparing
  if (areEqual(actual, expected, options.tolerance)) {
    count.leaves += 1
    count.agreeing += 1
    return
  }
  count.leaves += Math.max(countLeaves(actual), countLeaves(expected))
  count.differences.push({ path, what: 'different' })
}

function compareObjects(
  actual: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  path: string,
  comparing: Comparing,
): void {
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)])
  if (keys.size === 0) {
    comparing.count.leaves += 1
    comparing.count.agreeing += 1
  }
  for (const key of keys) {
    const below = /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`
    if (!Object.hasOwn(actual, key)) addAbsent(expected[key], below, 'missing', comparing)
    else if (!Object.hasOwn(expected, key)) addAbsent(actual[key], below, 'extra', comparing)
    else compareValues(actual[key], expected[key], below, comparing)
  }
}

function compareLists(
  actual: readonly unknown[],
  expected: readonly unknown[],
  path: string,
  comparing: Comparing,
): void {
  if (actual.length === 0 && expected.length === 0) {
    comparing.count.leaves += 1
    comparing.count.agreeing += 1
  }
  const items = comparing.options.ignoreOrder ? alignItems(actual, expected, comparing.options) : actual
  for (let index = 0; index < Math.max(items.length, expected.length); index += 1) {
    const below = `${path}[${index}]`
    if (index >= items.length || items[index] === absent)
      addAbsent(expected[index], below, 'missing', comparing)
    else if (index >= expected.length) addAbsent(items[index], below, 'extra', comparing)
    else compareValues(items[index], expected[index], below, comparing)
  }
}

const absent = Symbol('no item is left')

/** The actual items in the order of the expected ones each is most like; the others after them. */
function alignItems(
  actual: readonly unknown[],
  expected: readonly unknown[],
  options: DiffOptions,
): readonly unknown[] {
  const left = [...actual]
  const aligned = expected.map((wanted) => {
    let [best, score] = [-1, -1]
    for (const [index, item] of left.entries()) {
      const like = diffJson(item, wanted, { ...options, ignore: [] }).score
      if (like > score) [best, score] = [index, like]
    }
    return best === -1 ? absent : left.splice(best, 1)[0]
  })
  return [...aligned, ...left]
}

function addAbsent(
  value: unknown,
  path: string,
  what: 'missing' | 'extra',
  { count, options }: Comparing,
): void {
  if (options.ignore.includes(path)) return
  count.leaves += countLeaves(value)
  count.differences.push({ path, what })
}

function countLeaves(value: unknown): number {
  const below = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : null
  return below === null
    ? 1
    : Math.max(
        1,
        below.reduce<number>((sum, each) => sum + countLeaves(each), 0),
      )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areEqual = (a: unknown, b: unknown, tolerance: number): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= tolerance)

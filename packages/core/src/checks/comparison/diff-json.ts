import { alignItems, type AlignedItems } from './align-items.ts'
import { isDeeperThan, maxJsonLevels } from './is-deeper-than.ts'
import { createPathMatcher } from './match-path.ts'

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
  /** Paths left out, with all below them; `*` stands for any key or index. */
  readonly ignore: readonly string[]
  /** Lists are compared as bags: each item with the one most like it. */
  readonly ignoreOrder: boolean
  readonly tolerance: number
  /** Share of the expected number. */
  readonly relativeTolerance?: number
  /** What only one of the values holds and may: it counts nowhere. */
  readonly allowed?: 'missing' | 'extra' | null
}

interface Count {
  agreeing: number
  leaves: number
  readonly differences: JsonDifference[]
}

/**
 * How alike two JSON values are: every leaf of either counts once, an object's or a list's leaves those below it. An
 * empty object or list is one leaf. Values nested more than 500 levels deep count as different: callers that can say "not
 * judged" look first.
 */
export function diffJson(actual: unknown, expected: unknown, options: DiffOptions): JsonDiff {
  if (isDeeperThan(actual, maxJsonLevels) || isDeeperThan(expected, maxJsonLevels))
    return { score: 0, differences: [{ path: '$', what: 'different' }] }
  return diffAt(actual, expected, '$', {
    options,
    isIgnored: createPathMatcher(options.ignore),
    budget: { pairs: maxPairs },
  })
}

/** Pairs of items compared at most to match lists in any order; lists beyond keep their order. Lists in lists multiply. */
const maxPairs = 20_000

interface Rules {
  readonly options: DiffOptions
  readonly isIgnored: (path: string) => boolean
  readonly budget: { pairs: number }
}

interface Comparing extends Rules {
  readonly count: Count
}

function diffAt(actual: unknown, expected: unknown, path: string, rules: Rules): JsonDiff {
  const count: Count = { agreeing: 0, leaves: 0, differences: [] }
  compareValues(actual, expected, path, { ...rules, count })
  return { score: count.leaves === 0 ? 1 : count.agreeing / count.leaves, differences: count.differences }
}

function compareValues(actual: unknown, expected: unknown, path: string, comparing: Comparing): void {
  if (comparing.isIgnored(path)) return
  if (isObject(actual) && isObject(expected)) return compareObjects(actual, expected, path, comparing)
  if (Array.isArray(actual) && Array.isArray(expected)) return compareLists(actual, expected, path, comparing)
  const { count, options } = comparing
  if (areEqual(actual, expected, options)) {
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
  const { partners, extra } = pairItems(actual, expected, path, comparing)
  for (const [index, item] of expected.entries()) {
    const partner = partners[index] ?? null
    const below = `${path}[${index}]`
    if (partner === null) addAbsent(item, below, 'missing', comparing)
    else compareValues(actual[partner], item, below, comparing)
  }
  for (const index of extra) addAbsent(actual[index], `${path}[${index}]`, 'extra', comparing)
}

function pairItems(
  actual: readonly unknown[],
  expected: readonly unknown[],
  path: string,
  { options, isIgnored, budget }: Comparing,
): AlignedItems {
  const pairs = actual.length * expected.length
  if (options.ignoreOrder && pairs <= budget.pairs) {
    budget.pairs -= pairs
    return alignItems(actual.length, expected.length, (one, other) => {
      const below = `${path}[${other}]`
      return diffAt(actual[one], expected[other], below, { options, isIgnored, budget }).score
    })
  }
  return {
    partners: expected.map((_, index) => (index < actual.length ? index : null)),
    extra: [...actual.keys()].slice(expected.length),
  }
}

function addAbsent(
  value: unknown,
  path: string,
  what: 'missing' | 'extra',
  { count, isIgnored, options }: Comparing,
): void {
  if (isIgnored(path) || what === options.allowed) return
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

function areEqual(a: unknown, b: unknown, { tolerance, relativeTolerance = 0 }: DiffOptions): boolean {
  if (a === b) return true
  if (typeof a !== 'number' || typeof b !== 'number') return false
  return Math.abs(a - b) <= Math.max(tolerance, relativeTolerance * Math.abs(b))
}

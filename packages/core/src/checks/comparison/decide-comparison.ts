import * as z from 'zod'
import { diffJson } from './diff-json.ts'
import { kindOfTexts, readComparable, type Comparable, type ComparedAs } from './read-comparable.ts'

const operators = ['equals', 'not-equals', 'greater', 'at-least', 'less', 'at-most', 'between'] as const
export type Operator = (typeof operators)[number]

export const comparisonShape = {
  operator: z
    .enum(operators)
    .default('equals')
    .describe('How the part stands to the other value; between: to a list of two, both ends included'),
  as: z
    .enum(['number', 'date', 'text'])
    .optional()
    .describe(
      'What both are compared as; default: as a number where one side is one, as numbers or dates where two texts hold nothing else, else as they are',
    ),
  tolerance: z.number().nonnegative().default(0).describe('Numbers this far apart are equal'),
  relativeTolerance: z
    .number()
    .nonnegative()
    .default(0)
    .describe('Numbers are equal within this share of the other value'),
}

export interface Comparison {
  readonly operator: Operator
  readonly as?: ComparedAs | undefined
  readonly tolerance: number
  readonly relativeTolerance: number
}

/** `null`: one of the two cannot be read as what both are compared as. */
export function decideComparison(left: unknown, right: unknown, comparison: Comparison): boolean | null {
  const { operator } = comparison
  if (operator === 'between') return decideBetween(left, right, comparison)
  if (operator === 'equals' || operator === 'not-equals') {
    const isEqual = decideEqual(left, right, comparison)
    return isEqual === null ? null : isEqual === (operator === 'equals')
  }
  const order = decideOrder(left, right, comparison)
  if (order === null) return null
  if (operator === 'greater') return order > 0
  if (operator === 'at-least') return order >= 0
  return operator === 'less' ? order < 0 : order <= 0
}

function decideBetween(left: unknown, ends: unknown, comparison: Comparison): boolean | null {
  if (!Array.isArray(ends) || ends.length !== 2) return null
  const [low, high] = ends.map((end: unknown) => decideOrder(left, end, comparison))
  return typeof low === 'number' && typeof high === 'number' ? low >= 0 && high <= 0 : null
}

function decideEqual(left: unknown, right: unknown, comparison: Comparison): boolean | null {
  if (comparison.as === undefined && isStructural(left, right)) {
    if ((left ?? null) === null || (right ?? null) === null) return left === right ? true : null
    return areSameJson(left, right, comparison)
  }
  const pair = readPair(left, right, comparison)
  return pair === null ? null : orderOf(pair, comparison) === 0
}

/** Below 0: left comes first. */
function decideOrder(left: unknown, right: unknown, comparison: Comparison): number | null {
  if (comparison.as === undefined && isStructural(left, right)) return null
  const pair = readPair(left, right, comparison)
  if (pair === null) return null
  const isGuess = comparison.as === undefined && pair.some(({ value }) => /\d/.test(String(value)))
  return isGuess && pair[0].as === 'text' ? null : orderOf(pair, comparison)
}

/** Truth values, lists, objects and nothing have no order; they are equal as they are. */
const isStructural = (...values: readonly unknown[]): boolean =>
  values.some((value) => typeof value !== 'string' && typeof value !== 'number')

const areSameJson = (left: unknown, right: unknown, { tolerance, relativeTolerance }: Comparison): boolean =>
  diffJson(left, right, { ignore: [], ignoreOrder: false, tolerance, relativeTolerance }).differences
    .length === 0

type Pair = readonly [Comparable, Comparable]

function readPair(left: unknown, right: unknown, { as }: Comparison): Pair | null {
  const kind = as ?? kindOf(left, right)
  const [a, b] = [readComparable(left, kind), readComparable(right, kind)]
  return a === null || b === null ? null : [a, b]
}

const kindOf = (left: unknown, right: unknown): ComparedAs =>
  typeof left === 'string' && typeof right === 'string' ? kindOfTexts(left, right) : 'number'

function orderOf([a, b]: Pair, { tolerance, relativeTolerance }: Comparison): number {
  if (typeof a.value === 'string' || typeof b.value === 'string')
    return a.value === b.value ? 0 : a.value < b.value ? -1 : 1
  const near = a.as === 'number' ? Math.max(tolerance, relativeTolerance * Math.abs(b.value)) : 0
  const apart = a.value - b.value
  return Math.abs(apart) <= near ? 0 : Math.sign(apart)
}

import * as z from 'zod'
import type { Comparable, ComparedAs } from './read-comparable.ts'
import { readComparable } from './read-comparable.ts'

export const operators = ['equals', 'not-equals', 'greater', 'at-least', 'less', 'at-most'] as const
export type Operator = (typeof operators)[number]

export const comparisonShape = {
  operator: z.enum(operators).default('equals').describe('How the part stands to the other value'),
  as: z
    .enum(['number', 'date', 'text'])
    .optional()
    .describe('What both are compared as; default: numbers where both are, else dates, else text'),
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
  const pair = readPair(left, right, comparison.as)
  if (pair === null) return null
  const order = compare(pair, comparison)
  switch (comparison.operator) {
    case 'equals':
      return order === 0
    case 'not-equals':
      return order !== 0
    case 'greater':
      return order > 0
    case 'at-least':
      return order >= 0
    case 'less':
      return order < 0
    case 'at-most':
      return order <= 0
  }
}

type Pair = readonly [Comparable, Comparable]

function readPair(left: unknown, right: unknown, as: ComparedAs | undefined): Pair | null {
  const kinds: readonly ComparedAs[] = as === undefined ? ['number', 'date', 'text'] : [as]
  for (const kind of kinds) {
    const [a, b] = [readComparable(left, kind), readComparable(right, kind)]
    if (a !== null && b !== null) return [a, b]
  }
  return null
}

function compare([a, b]: Pair, { tolerance, relativeTolerance }: Comparison): number {
  if (a.as === 'text' || b.as === 'text') return a.value === b.value ? 0 : a.value < b.value ? -1 : 1
  const near = a.as === 'number' ? Math.max(tolerance, relativeTolerance * Math.abs(b.value)) : 0
  const apart = a.value - b.value
  return Math.abs(apart) <= near ? 0 : Math.sign(apart)
}

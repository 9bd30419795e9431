import * as z from 'zod'

/** A figure with its uncertainty. Rates are 0 to 1. All `null` with `n` 0: not tested. */
export const estimateSchema = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().int().nonnegative(),
  /** Passes, for rates. */
  successes: z.number().optional(),
  /** Number of independent clusters behind `n`. */
  clusters: z.number().int().optional(),
  /** How the interval was made, for the reader: "Wilson 95 %", "cluster bootstrap 95 %". */
  method: z.string(),
})
export type Estimate = z.infer<typeof estimateSchema>

export const comparisonVerdictSchema = z.enum([
  'better',
  'worse',
  'no meaningful difference',
  'not enough cases to tell',
  'not tested',
])
export type ComparisonVerdict = z.infer<typeof comparisonVerdictSchema>

/** A paired difference B − A. */
export const differenceSchema = z.object({
  verdict: comparisonVerdictSchema,
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  pValue: z.number().nullable(),
  pairs: z.number().int(),
  margin: z.number(),
  /** Pairs that would be enough to tell, when there are not enough. */
  pairsNeeded: z.number().int().nullable(),
  method: z.string(),
})
export type Difference = z.infer<typeof differenceSchema>

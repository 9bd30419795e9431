import * as z from 'zod'
import { differenceSchema, estimateSchema } from './estimate.ts'

/** How alike the repeats of a case come out under one setting. All `null` with one repeat. */
export const repeatabilitySchema = z.object({
  /** Share of cases whose answers are the same text in all repeats. */
  identicalAnswers: estimateSchema.nullable(),
  /** Share of cases with the same verdict in all repeats. */
  sameVerdicts: estimateSchema.nullable(),
  /** Mean number of different answer texts a case. */
  distinctAnswers: z.number().nullable(),
})
export type Repeatability = z.infer<typeof repeatabilitySchema>

export const matrixRowSchema = z.object({
  /** "assistant · short · temperature 0.7": what the setting is made of. */
  setting: z.string(),
  run: z.string(),
  passing: estimateSchema,
  repeatability: repeatabilitySchema,
  medianLatencyMs: z.number().nullable(),
  costUsd: z.number().nullable(),
  /** Against the first setting, over the cases both judged; `null` for the first itself. */
  againstFirst: differenceSchema.nullable(),
})

/** All settings of a matrix beside each other. */
export const matrixSummarySchema = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  rows: z.array(matrixRowSchema),
  /** Every pair of settings (second minus first), p-values adjusted by Holm over all pairs. */
  pairs: z.array(
    z.object({
      first: z.string(),
      second: z.string(),
      difference: differenceSchema,
      adjustedP: z.number().nullable(),
    }),
  ),
})
export type MatrixSummary = z.infer<typeof matrixSummarySchema>

import * as z from 'zod'
import { differenceSchema, estimateSchema } from './estimate.ts'
import { caseResultSchema } from './evaluation-summary.ts'
import { judgeCorrectionSchema } from './judge-label.ts'
import { questionTypeSchema } from './test-case.ts'

/** What a reader must know of a run to read a comparison with it. */
export const comparedRunSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  folder: z.string(),
  target: z.string(),
  targetVersion: z.string().nullable(),
  /** Passing over all cases of the run, not only the shared ones. */
  passing: estimateSchema,
  medianLatencyMs: z.number().nullable(),
  /** US dollars, target and judge; `null`: unknown. */
  costUsd: z.number().nullable(),
})
export type ComparedRun = z.infer<typeof comparedRunSchema>

const comparedSettingSchema = z.object({
  /** In the reader's words: "test set", "knowledge base", "judge", "returned model", "temperature". */
  what: z.string(),
  a: z.string(),
  b: z.string(),
  /**
   * `intended`: it is what is being compared (target, version, model). `confounds`: the difference may come from it
   * (another judge, test set or knowledge base).
   */
  effect: z.enum(['intended', 'confounds']),
})

const flipSideSchema = caseResultSchema.pick({
  outcome: true,
  declining: true,
  failedChecks: true,
  failsByChecksAlone: true,
})

/** A case whose outcome, or whose passing, is not the same in both runs. */
export const flipSchema = z.object({
  caseId: z.string(),
  type: questionTypeSchema,
  question: z.string(),
  from: flipSideSchema,
  to: flipSideSchema,
  /** By whether the case passes: `gained`, `lost`, or `changed` where that stays the same or is not known. */
  change: z.enum(['gained', 'lost', 'changed']),
})
export type Flip = z.infer<typeof flipSchema>

/** Run B against run A (the baseline), case by case. A difference is B − A. */
export const comparisonSchema = z.object({
  schemaVersion: z.literal(1),
  a: comparedRunSchema,
  b: comparedRunSchema,
  /** What differs between the runs, read before any figure. */
  differs: z.array(comparedSettingSchema),
  /** Paired difference of passing over the cases judged in both. */
  overall: differenceSchema,
  /** Judged correct with the judge's error taken out; `null`: there is no label of either run's judge. */
  corrected: z
    .object({
      a: judgeCorrectionSchema.nullable(),
      b: judgeCorrectionSchema.nullable(),
      /** `null`: one of them is not corrected. */
      difference: differenceSchema.nullable(),
    })
    .nullable(),
  byType: z.array(z.object({ type: questionTypeSchema, difference: differenceSchema })),
  flips: z.array(flipSchema),
  cases: z.object({
    shared: z.number().int(),
    onlyInA: z.number().int(),
    onlyInB: z.number().int(),
    /** Shared, but not judged in one of the runs: in no difference. */
    notPaired: z.number().int(),
  }),
})
export type Comparison = z.infer<typeof comparisonSchema>

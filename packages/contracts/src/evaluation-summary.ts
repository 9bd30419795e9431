import * as z from 'zod'
import { assayErrorSchema } from './assay-error.ts'
import { estimateSchema } from './estimate.ts'
import { judgeCorrectionSchema } from './judge-label.ts'
import { questionTypeSchema } from './test-case.ts'

/** Component a failure is attributed to (methods §4): observed, not proven. */
export const componentSchema = z.enum([
  'indexing',
  'retrieval',
  'rewriting',
  'routing',
  'generation',
  'test or judge error',
  'target error',
  'unknown',
])
export type Component = z.infer<typeof componentSchema>

/** What one case came to over all its repeats: the record behind a point, a row, a filter. */
export const caseResultSchema = z.object({
  caseId: z.string(),
  type: questionTypeSchema,
  level: z.string(),
  topic: z.string().nullable(),
  language: z.string(),
  tags: z.array(z.string()),
  /** How long its question is beside the others of the run: "up to 8 words". */
  length: z.string(),
  clusterKey: z.string(),
  /** Source of the first reference context, for "fails most: limits.md". */
  source: z.string().nullable(),
  repeats: z.number().int(),
  /** The repeat that is shown: the first that was judged, else the first. */
  shownRepeat: z.number().int(),
  /** The judge's word on the first repeat that was judged, or on the only one; without a judge the checks' word. */
  outcome: z.enum(['correct', 'partially-correct', 'incorrect', 'no-answer', 'not-judged', 'error']),
  /** Whether all required checks pass; `null`: not judged or error. */
  passed: z.boolean().nullable(),
  /** Share of its judged repeats that pass; `null`: none was judged. */
  passRate: z.number().nullable(),
  /** Same verdict in all repeats; `null` with one repeat. */
  stable: z.boolean().nullable(),
  /** Out-of-scope cases: `declined`, `partly`, `answered-anyway`. Others: whether it declined an answerable question. */
  declining: z.enum(['declined', 'partly', 'answered-anyway', 'over-refused', 'answered']).nullable(),
  retrieval: z
    .object({
      hitRate: z.number(),
      recall: z.number(),
      precision: z.number(),
      mrr: z.number(),
      ndcg: z.number(),
      averagePrecision: z.number(),
      k: z.number().int(),
    })
    .nullable(),
  component: componentSchema.nullable(),
  /** What was observed that leads to `component`, in words. */
  componentEvidence: z.string().nullable(),
  latencyMs: z.number().nullable(),
  /** Names of the checks that failed in the shown attempt. */
  failedChecks: z.array(z.string()),
  /** It fails by checks, while the judge found nothing wrong. */
  failsByChecksAlone: z.boolean(),
  /** Weighted mean of the checks' scores, 0 to 1, each turned so that high is good; `null`: none. */
  checkScore: z.number().nullable(),
  /** Of what broke, in the target or in judging. */
  errorCode: assayErrorSchema.shape.code.nullable(),
  reason: z.string().nullable(),
})
export type CaseResult = z.infer<typeof caseResultSchema>

const sliceRowSchema = z.object({
  value: z.string(),
  cases: z.number().int(),
  correct: estimateSchema,
  /**
   * It passes less often than all other cases, at a false discovery rate of 10 % over the slices of the run
   * (Benjamini–Hochberg). Found by looking, so exploratory. `null`: not screened, with fewer than 10 cases inside or outside.
   */
  weaker: z.boolean().nullable(),
  notJudged: z.number().int(),
  errors: z.number().int(),
})

export const gateResultSchema = z.object({
  expression: z.string(),
  outcome: z.enum(['passed', 'failed', 'not tested']),
  /** What was measured, in words: "61 % (49–71, n = 76)". */
  measured: z.string(),
})
export type GateResult = z.infer<typeof gateResultSchema>

/** Everything a report shows, derived from a run's rows. Rates 0 to 1, times in milliseconds, money in US dollars. */
export const evaluationSummarySchema = z.object({
  schemaVersion: z.literal(1),
  run: z.object({ id: z.string(), name: z.string(), createdAt: z.string(), folder: z.string() }),
  target: z.object({
    name: z.string(),
    kind: z.string(),
    version: z.string().nullable(),
    returnedModels: z.array(z.string()),
  }),
  testSet: z.object({
    name: z.string(),
    hash: z.string(),
    cases: z.number().int(),
    reviewed: z.number().int(),
    stale: z.number().int(),
  }),
  knowledgeBase: z.object({ name: z.string(), version: z.string() }).nullable(),
  judge: z.object({
    id: z.string(),
    version: z.string(),
    kind: z.enum(['rules', 'model', 'none']),
    /** Of judges asked one after another. */
    cascade: z
      .object({
        decided: z.array(z.object({ judge: z.string(), answers: z.number().int() })),
        /** Answers decided before the last judge that it was asked about as well, and those it would have judged otherwise. */
        rechecked: z.number().int(),
        changed: z.number().int(),
      })
      .optional(),
    /** Its known error on labelled answers; `null`: unmeasured. */
    measured: z
      .object({
        n: z.number().int(),
        truePositiveRate: estimateSchema,
        trueNegativeRate: estimateSchema,
        /** Share of the labelled answers it judged wrongly. */
        errorRate: estimateSchema.optional(),
        on: z.string(),
      })
      .nullable(),
  }),
  counts: z.object({
    cases: z.number().int(),
    /** Without the quarantined. */
    finished: z.number().int(),
    /** Flaky and left out on request. */
    quarantined: z.number().int(),
    /** By the judge's word, as the three below; a case whose required check could not run counts there too. */
    correct: z.number().int(),
    partiallyCorrect: z.number().int(),
    incorrect: z.number().int(),
    noAnswer: z.number().int(),
    /** Neither passed nor failed. */
    notJudged: z.number().int(),
    errors: z.number().int(),
  }),
  /** What the judge found right, of judged, all types; without a judge the checks' word. */
  correctness: estimateSchema,
  /** The same with the judge's error taken out, by labels of this judge; `null`: there are none. */
  correction: judgeCorrectionSchema.nullable(),
  /** Cases that pass: right by the judge, and by every required check. The headline. */
  passing: estimateSchema,
  /** The passing if all unjudged failed, and if all passed. */
  passingBounds: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Of a run that stops when the answer is clear; `null`: it asks all. Its figure's interval then holds at every look. */
  stopping: z
    .object({
      figure: z.enum(['passing', 'correctness']),
      threshold: z.number(),
      /** On which side the whole test set lies; `null`: not clear yet. */
      answer: z.enum(['above', 'below']).nullable(),
    })
    .nullable(),
  /** Out-of-scope questions that were declined. */
  declining: estimateSchema,
  /** Answerable questions that were declined. */
  overRefusal: estimateSchema,
  /** Share of cases with the same verdict in all repeats, quarantined ones included. */
  reliability: estimateSchema.nullable(),
  /** Cases whose verdict changed between repeats; `null`: one repeat. Where quarantined they stand in no other figure. */
  flaky: z
    .object({
      quarantined: z.boolean(),
      cases: z.array(z.object({ caseId: z.string(), passRate: z.number() })),
    })
    .nullable(),
  retrieval: z
    .object({
      k: z.number().int(),
      hitRate: estimateSchema,
      recall: estimateSchema,
      precision: estimateSchema,
      mrr: estimateSchema,
      ndcg: estimateSchema,
      averagePrecision: estimateSchema,
      matchedBy: z.string(),
    })
    .nullable(),
  /** Each check over all its attempts. */
  checks: z.array(
    z.object({
      name: z.string(),
      required: z.boolean(),
      /** Passed of judged. */
      passed: estimateSchema,
      /** Mean of its scores; `null`: it gave none but 0 and 1. */
      score: estimateSchema.nullable(),
      notJudged: z.number().int(),
      notApplicable: z.number().int(),
      errors: z.number().int(),
    }),
  ),
  slices: z.array(
    z.object({
      by: z.enum(['type', 'level', 'topic', 'language', 'source', 'tag', 'length']),
      rows: z.array(sliceRowSchema),
    }),
  ),
  /** Failures by component, observed. `share` is of all failures. */
  attribution: z.array(
    z.object({
      component: componentSchema,
      cases: z.number().int(),
      share: estimateSchema,
      caseIds: z.array(z.string()),
    }),
  ),
  /** RAGET's component scores, by its own formula: 0 to 1, no interval. */
  ragetComponents: z.array(
    z.object({ component: z.string(), score: z.number(), testedBy: z.array(z.string()) }),
  ),
  latency: z.object({ median: estimateSchema, p95: estimateSchema }).nullable(),
  cost: z.object({
    targetUsd: z.number().nullable(),
    judgeUsd: z.number().nullable(),
    inputTokens: z.number(),
    outputTokens: z.number(),
    calls: z.number().int(),
    cachedCalls: z.number().int(),
  }),
  gates: z.array(gateResultSchema),
  /** "Is the demo assistant ready?" → "Not yet. …": computed from the figures. */
  headline: z.object({ question: z.string(), answer: z.string(), ready: z.enum(['yes', 'no', 'unsure']) }),
  /** Three failures to read first. */
  readFirst: z.array(z.string()),
  /** What to try, most cases first. */
  suggestions: z.array(z.object({ text: z.string(), cases: z.number().int() })),
  cases: z.array(caseResultSchema),
})
export type EvaluationSummary = z.infer<typeof evaluationSummarySchema>

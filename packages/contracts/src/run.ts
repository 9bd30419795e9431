import * as z from 'zod'
import { assayErrorSchema } from './assay-error.ts'
import { checkOutcomeSchema, checkSpanSchema } from './check.ts'
import { targetAnswerSchema } from './target.ts'
import { testCaseSchema } from './test-case.ts'

export const runKindSchema = z.enum(['evaluation', 'generation'])

/** `run.json`: what is run, with which versions and settings (secrets removed). Written once at the start. */
export const runManifestSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string(),
  name: z.string(),
  kind: runKindSchema,
  createdAt: z.string(),
  assayVersion: z.string(),
  seed: z.union([z.string(), z.number()]),
  /** Hash of everything that decides what the units are; a resume with another hash is refused. */
  planHash: z.string(),
  /** The command that started it, ready to paste. */
  command: z.string().optional(),
  /** What the kind of run needs to be read again: target, test set, judge, checks and their versions. */
  configuration: z.record(z.string(), z.unknown()),
  environment: z.object({ node: z.string(), platform: z.string() }),
})
export type RunManifest = z.infer<typeof runManifestSchema>

/** One row of `units.jsonl`: a unit that ended. A later row of the same key replaces an earlier one. */
export const unitRowSchema = z.object({
  key: z.string(),
  status: z.enum(['done', 'failed']),
  error: assayErrorSchema.optional(),
})
export type UnitRow = z.infer<typeof unitRowSchema>

/** One row of `attempts.jsonl`: one question put to the target. */
export const attemptRowSchema = z.object({
  unit: z.string(),
  caseId: z.string(),
  repeat: z.number().int().nonnegative(),
  at: z.string(),
  tries: z.number().int().positive(),
  answer: targetAnswerSchema.nullable(),
  error: assayErrorSchema.nullable(),
})
export type AttemptRow = z.infer<typeof attemptRowSchema>

export const claimVerdictSchema = z.object({
  /** Index into the case's `referenceClaims`. */
  claim: z.number().int().nonnegative(),
  status: z.enum(['present', 'missing', 'contradicted', 'unclear']),
  /** Where in the answer: [start, end) in UTF-16 code units. */
  span: z.tuple([z.number().int(), z.number().int()]).optional(),
})

/** One row of `verdicts.jsonl`: what one check said of one attempt. */
export const verdictRowSchema = z.object({
  unit: z.string(),
  caseId: z.string(),
  repeat: z.number().int().nonnegative(),
  /** `correctness`, `declining`, `retrieval`, or the name of a check. */
  check: z.string(),
  /** Hash of check, judge, prompt and rubric version; the manifest's `configuration.checks` tells what it stands for. */
  checkKey: z.string(),
  outcome: checkOutcomeSchema,
  /** The check's own word: `correct`, `partially-correct`, `incorrect`, `no-answer`, `declined`, `answered-anyway`, … */
  label: z.string().optional(),
  score: z.number().nullable().optional(),
  reason: z.string().optional(),
  /** In a cascade of judges: the one that decided. */
  by: z.string().optional(),
  /** In a cascade: what its last judge says of an answer that was decided before it; it decides nothing. */
  recheck: z.object({ by: z.string(), label: z.string() }).optional(),
  claims: z.array(claimVerdictSchema).optional(),
  /** Claims in the answer that the reference does not make; `null`: not counted. */
  extraClaims: z.number().int().nonnegative().nullable().optional(),
  /** Named figures of the check, such as `recall` or `mrr`. */
  metrics: z.record(z.string(), z.number().nullable()).optional(),
  /** Places in the answer the verdict rests on. */
  spans: z.array(checkSpanSchema).optional(),
  /** Of checks: whether a case fails by it. */
  required: z.boolean().optional(),
  /** Of checks: its share in the weighted score. */
  weight: z.number().optional(),
  /** Of checks: which end of its score is good; absent: the higher. */
  better: z.literal('lower').optional(),
  error: assayErrorSchema.optional(),
})
export type VerdictRow = z.infer<typeof verdictRowSchema>

/** One row of `candidates.jsonl` in a generation run: a candidate that was kept or rejected, and why. */
export const candidateRowSchema = z.object({
  unit: z.string(),
  type: z.string(),
  question: z.string(),
  outcome: z.enum(['kept', 'rejected']),
  /** Id of the validation that rejected it. */
  rejectedBy: z.string().optional(),
  reason: z.string().optional(),
  caseId: z.string().optional(),
  /** The draft case of a kept candidate: the test set is chosen from these. */
  testCase: testCaseSchema.optional(),
  /** What was tested, in order; `sharedWith`: others in the same model call. */
  checks: z
    .array(
      z.object({
        id: z.string(),
        outcome: z.enum(['passed', 'failed', 'not-tested']),
        sharedWith: z.number().int().nonnegative().optional(),
      }),
    )
    .optional(),
})
export type CandidateRow = z.infer<typeof candidateRowSchema>

/** One row of `contexts.jsonl`: a reference passage of the run's cases, as it stood when the run was made. */
export const contextRowSchema = z.object({
  id: z.string(),
  source: z.string(),
  titlePath: z.array(z.string()),
  text: z.string(),
})
export type ContextRow = z.infer<typeof contextRowSchema>

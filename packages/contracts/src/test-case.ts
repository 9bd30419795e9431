import * as z from 'zod'
import { chatMessageSchema } from './chat.ts'
import { checkUseSchema } from './check.ts'

export const questionTypeSchema = z.enum([
  'simple',
  'complex',
  'distracting',
  'situational',
  'double',
  'conversational',
  'out-of-scope',
  'multi-hop',
  'false-premise',
  'split',
])
export type QuestionType = z.infer<typeof questionTypeSchema>

/** Where a claim is written. `start` and `end` count UTF-16 code units in the chunk's text; `quote` is that raw slice. */
export const evidenceSchema = z.object({
  chunkId: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quote: z.string(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** The value a claim turns on, typed, so that a rule can check it (methods §1.8, §2). */
export const claimKeySchema = z.object({
  kind: z.enum(['number', 'date', 'version', 'identifier', 'boolean', 'name', 'place', 'list', 'text']),
  /** Shortest sufficient form, as the source writes it: "30 s", "v5.2", "enabled". Lists: the items joined by ", ". */
  value: z.string(),
  /** Unit as written, for numbers: "s", "MB", "USD a month". */
  unit: z.string().optional(),
  /** Other forms that are the same answer. */
  aliases: z.array(z.string()),
  /** Values of sibling subjects: in the asked slot they contradict. */
  knownWrong: z.array(z.string()),
  /** What is asked about, and which of its attributes. */
  subject: z.string().optional(),
  attribute: z.string().optional(),
  /** Items of a list, and whether all or any of them answer. */
  items: z.array(z.string()).optional(),
  need: z.enum(['all', 'any']).optional(),
  /** Dates: how exact the question is. */
  granularity: z.enum(['year', 'month', 'day']).optional(),
})
export type ClaimKey = z.infer<typeof claimKeySchema>

export const referenceClaimSchema = z.object({
  text: z.string(),
  evidence: z.array(evidenceSchema),
  key: claimKeySchema.optional(),
})
export type ReferenceClaim = z.infer<typeof referenceClaimSchema>

export const provenanceSchema = z.object({
  /** `facts`, `model`, `import:<format>` or `person`. */
  generator: z.string(),
  generatorVersion: z.string().optional(),
  promptVersion: z.string().optional(),
  model: z.string().optional(),
  validatingModel: z.string().optional(),
  seed: z.union([z.string(), z.number()]).optional(),
  knowledgeBaseVersion: z.string().optional(),
  /** Ids of the cases it was composed from. */
  composedFrom: z.array(z.string()).optional(),
  /** What an imported case held that Assay has no field for, kept for export. */
  original: z.record(z.string(), z.unknown()).optional(),
})

/** One validation of a case: `passed` or `not-tested`; a failed case is rejected, not stored. */
export const validitySchema = z.record(z.string(), z.enum(['passed', 'not-tested']))

export const caseReviewSchema = z.object({
  /** `returned`: whoever labelled its answers found its reference wrong or its question ambiguous; it waits for a decision. */
  decision: z.enum(['accepted', 'edited', 'rejected', 'returned']),
  by: z.string(),
  at: z.string(),
  reason: z.string().optional(),
})

export const testCaseSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** Messages before the question. */
  history: z.array(chatMessageSchema),
  referenceAnswer: z.string(),
  referenceClaims: z.array(referenceClaimSchema),
  /** Chunk ids. */
  referenceContexts: z.array(z.string()),
  type: questionTypeSchema,
  level: z.enum(['easy', 'complex', 'distracting']),
  topic: z.string().nullable(),
  language: z.string(),
  /** Cases with the same key are not independent: base fact, else reference context, else conversation. */
  clusterKey: z.string(),
  tags: z.array(z.string()),
  /** Checks of this case alone, beside those of the run. */
  checks: z.array(checkUseSchema).optional(),
  provenance: provenanceSchema,
  validity: validitySchema,
  status: z.enum(['draft', 'active']),
  review: caseReviewSchema.optional(),
})
export type TestCase = z.infer<typeof testCaseSchema>

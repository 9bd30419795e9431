import * as z from 'zod'
import { assayErrorSchema } from './assay-error.ts'
import { chatMessageSchema, tokenUsageSchema } from './chat.ts'
import { toolCallSchema } from './target.ts'

export const checkOutcomeSchema = z.enum(['pass', 'fail', 'error', 'not-judged', 'not-applicable'])
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>

const passageSchema = z.union([
  z.string().transform((text) => ({ text })),
  z.looseObject({ id: z.string().optional(), text: z.string(), source: z.string().optional() }),
])

/** One row a check reads: what the user wanted, what came back, what would be right. Unknown keys are kept for JSONPath. */
export const checkCaseSchema = z.looseObject({
  id: z.union([z.string(), z.number().transform(String)]).optional(),
  /** What the user said last. */
  input: z.string().optional(),
  /** Messages before `input`. */
  history: z.array(chatMessageSchema).optional(),
  answer: z.string().optional(),
  /** What checks of a single text read when there is no `answer`. */
  text: z.string().optional(),
  reference: z.string().optional(),
  /** More than one right answer. */
  references: z.array(z.string()).optional(),
  /** What the target retrieved, in rank order. */
  contexts: z.array(passageSchema).optional(),
  /** The passages the right answer stands in. */
  referenceContexts: z.array(passageSchema).optional(),
  toolCalls: z.array(toolCallSchema).optional(),
  /** The calls that would be right. */
  referenceToolCalls: z.array(z.object({ name: z.string(), arguments: z.unknown() })).optional(),
  /** What the user wanted done. */
  task: z.string().optional(),
  /** Where the text came from. */
  source: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  usage: tokenUsageSchema.optional(),
  latencyMs: z.number().optional(),
  timeToFirstTokenMs: z.number().nullable().optional(),
  costUsd: z.number().nullable().optional(),
  finishReason: z.string().optional(),
  returnedModel: z.string().nullable().optional(),
  /** What went wrong instead of an answer. */
  error: z
    .union([z.string().transform((message) => ({ message })), z.looseObject({ message: z.string() })])
    .nullish(),
})
export type CheckCase = z.infer<typeof checkCaseSchema>

/** A place in a text: [start, end) in UTF-16 code units. */
export const checkSpanSchema = z.object({
  /** JSONPath of the text in the case, such as `$.contexts[1].text`; absent: the part the check read. */
  at: z.string().optional(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** What stands there: `unsupported`, `contradicted`, `email`, … */
  label: z.string().optional(),
  /** What it was compared with, as it stands in the context. */
  evidence: z.string().optional(),
})
export type CheckSpan = z.infer<typeof checkSpanSchema>

/** One row out: what one check said of one case. */
export const checkVerdictSchema = z.object({
  id: z.string(),
  outcome: checkOutcomeSchema,
  score: z.number().nullable(),
  spans: z.array(checkSpanSchema),
  reason: z.string(),
  error: assayErrorSchema.nullable(),
})
export type CheckVerdict = z.infer<typeof checkVerdictSchema>

/** Parts of a case that a use of a check may bring along. */
export const givenPartsSchema = z.strictObject({
  input: z.string().optional().describe('The question'),
  references: z.array(z.string()).min(1).optional().describe('The right answers'),
  contexts: z.array(passageSchema).optional().describe('What counts as retrieved'),
  source: z.string().optional().describe('Where the text came from'),
  task: z.string().optional().describe('What the user wanted done'),
})
export type GivenParts = z.infer<typeof givenPartsSchema>

/** A check as it is used: in `assay.yaml`, in a test case, or within another check. */
export const checkUseSchema = z.strictObject({
  check: z.string().optional().describe('Id of the check (`assay check list`)'),
  template: z
    .string()
    .optional()
    .describe('Name of a check under `checkTemplates`; what stands here replaces its keys'),
  name: z.string().optional().describe('What the report calls it; default: its id'),
  parameters: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What the check needs to know (`assay check explain`)'),
  on: z.string().optional().describe('JSONPath of the part it reads; default: the answer'),
  given: givenPartsSchema.optional().describe("Read instead of the case's own parts"),
  not: z.boolean().optional().describe('Passes where it would fail, and the other way round'),
  required: z.boolean().optional().describe('false: advisory; shown, but no case fails by it. Default true'),
  weight: z.number().nonnegative().optional().describe('Share in the weighted score; 0: advisory. Default 1'),
  threshold: z.number().optional().describe("Score from which it passes; default: the check's own"),
})
export type CheckUse = z.infer<typeof checkUseSchema>

import * as z from 'zod'
import { checkUseSchema } from './check.ts'
import { targetConfigurationSchema } from './configuration.ts'

/** `configuration` in the `run.json` of an evaluation: what was asked of whom, judged by what. Holds no secret. */
export const evaluationConfigurationSchema = z.object({
  target: z.object({
    name: z.string(),
    kind: z.string(),
    version: z.string().nullable(),
    /** What opens it again; absent for targets that only this process knew. */
    settings: targetConfigurationSchema.optional(),
  }),
  testSet: z.object({
    name: z.string(),
    /** Hash of the canonical text of the whole set. */
    hash: z.string(),
    cases: z.number().int(),
    reviewed: z.number().int(),
    /** Cases whose reference no longer stands in the knowledge base. */
    stale: z.number().int(),
  }),
  knowledgeBase: z.object({ name: z.string(), version: z.string() }).nullable(),
  judge: z.object({ id: z.string(), version: z.string(), kind: z.enum(['rules', 'model', 'none']) }),
  checks: z.array(checkUseSchema).default([]),
  checkSets: z.record(z.string(), z.array(checkUseSchema)).default({}),
  checkTemplates: z.record(z.string(), checkUseSchema).default({}),
  repeats: z.number().int().positive(),
  /** Cases whose verdict is not the same in all repeats are left out of every figure, and named. */
  quarantineFlaky: z.boolean().default(false),
  /** Asks in a seeded random order and stops as soon as it is clear on which side of the threshold the whole test set lies. */
  stopWhenClear: z.object({ figure: z.enum(['passing', 'correctness']), threshold: z.number() }).optional(),
  /** Documents looked at by the retrieval figures, from the top. */
  retrievalDepth: z.number().int().positive(),
  /** Folder of the run whose stored answers are judged again; absent: the target is asked. */
  answersOf: z.string().optional(),
  description: z.string().optional(),
  instructions: z.string().optional(),
  gates: z.array(z.string()),
  limits: z.object({
    concurrency: z.number().int().positive(),
    budgetUsd: z.number().optional(),
    budgetCalls: z.number().optional(),
    budgetTokens: z.number().optional(),
  }),
  /** Folder of batch request and answer files, where batch calls are used. */
  batch: z.string().optional(),
})
export type EvaluationConfiguration = z.infer<typeof evaluationConfigurationSchema>

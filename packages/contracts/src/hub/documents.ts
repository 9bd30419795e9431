import * as z from 'zod'
import { checkUseSchema } from '../check.ts'
import { targetConfigurationSchema } from '../configuration.ts'
import { questionTypeSchema } from '../test-case.ts'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, nameSchema, noteSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'

const tag = 'Versioned things'

/** One version of a system under test: everything that decides how it answers. */
export const targetBodySchema = z.strictObject({
  description: noteSchema.default(''),
  /** How it is reached; a secret stands in it as the name of a project's secret, as in `keyEnv` or a header's `${NAME}`. */
  connection: targetConfigurationSchema,
  /** Name in the model registry, or the provider's own. */
  model: z.string().nullable().default(null),
  /** Prompt of this project and its version. */
  prompt: z.object({ id: idSchema, version: z.number().int() }).nullable().default(null),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  retrieval: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  knowledgeBase: z.object({ id: idSchema, version: z.number().int() }).nullable().default(null),
  codeRevision: z.string().nullable().default(null),
  metadata: z.record(z.string(), z.string()).default({}),
  budgetUsd: z.number().nonnegative().nullable().default(null),
})

export const modelBodySchema = z.strictObject({
  provider: z.string().min(1),
  /** The provider's exact name of the snapshot. */
  snapshot: z.string().min(1),
  /** Number of parameters, as the maker states it: "8B". */
  size: z.string().nullable().default(null),
  licence: z.string().nullable().default(null),
  weights: z.enum(['open', 'closed']),
  /** US dollars a million tokens. */
  price: z
    .object({ input: z.number(), cachedInput: z.number().nullable(), output: z.number() })
    .nullable()
    .default(null),
  contextTokens: z.number().int().positive().nullable().default(null),
  note: noteSchema.default(''),
})

export const promptBodySchema = z.strictObject({
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
  note: noteSchema.default(''),
})

/** What is known of a knowledge base; its chunks are facts. */
export const knowledgeBaseBodySchema = z.strictObject({
  description: noteSchema.default(''),
  sources: z.array(z.string()).default([]),
  /** Version of its content, as `assay kb` names it. */
  contentVersion: z.string(),
  documents: z.number().int().nonnegative(),
  chunks: z.number().int().nonnegative(),
  embedder: z.string().nullable().default(null),
  topics: z.array(z.object({ id: z.string(), name: z.string(), chunks: z.number().int() })).default([]),
})

/** A dataset a model was trained or tuned on. */
export const trainingDatasetBodySchema = z.strictObject({
  description: noteSchema.default(''),
  rows: z.number().int().nonnegative().nullable().default(null),
  /** SHA-256 of its content, or the version its store gives it. */
  contentHash: z.string().nullable().default(null),
  location: z.string().nullable().default(null),
  licence: z.string().nullable().default(null),
  /** Datasets it was made from. */
  madeFrom: z.array(z.object({ id: idSchema, version: z.number().int() })).default([]),
  /** Models of the registry trained on it. */
  trained: z.array(z.object({ id: idSchema, version: z.number().int() })).default([]),
})

export const checkBodySchema = z.strictObject({ description: noteSchema.default(''), check: checkUseSchema })

/** What a project promises of its answers, and how that is shown. */
export const requirementBodySchema = z.strictObject({
  statement: z.string().trim().min(1).max(2_000),
  ownerId: z.string().nullable().default(null),
  source: z.object({ kind: z.enum(['law', 'policy', 'promise', 'other']), reference: z.string() }),
  /** The cases it is tested by: all of the sets, or those with one of the tags and of one of the types. */
  cases: z.object({
    testSetIds: z.array(idSchema).min(1),
    tags: z.array(z.string()).default([]),
    types: z.array(questionTypeSchema).default([]),
  }),
  /** Names of checks that must pass; empty: a case as a whole. */
  checks: z.array(z.string()).default([]),
  /** Met where the whole interval lies at or above it. */
  least: z.number().min(0).max(1),
})

export const scheduleBodySchema = z.strictObject({
  targetId: idSchema,
  testSetIds: z.array(idSchema).min(1),
  checkIds: z.array(idSchema).default([]),
  judge: z.string().default('rules'),
  repeats: z.number().int().min(1).max(20).default(1),
  /** When: five fields of cron in the time zone, or what starts it. */
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cron'), cron: z.string(), timeZone: z.string().default('UTC') }),
    z.strictObject({ kind: z.literal('new-version') }),
    z.strictObject({ kind: z.literal('knowledge-base-change'), knowledgeBaseId: idSchema }),
  ]),
  gates: z.array(z.string()).default([]),
  paused: z.boolean().default(false),
})

/** Every kind of versioned thing a project holds, and what one version of it says. */
export const documentBodySchemas = {
  target: targetBodySchema,
  model: modelBodySchema,
  prompt: promptBodySchema,
  'knowledge-base': knowledgeBaseBodySchema,
  'training-dataset': trainingDatasetBodySchema,
  check: checkBodySchema,
  requirement: requirementBodySchema,
  schedule: scheduleBodySchema,
} as const

export const documentKindSchema = z.enum([
  'target',
  'model',
  'prompt',
  'knowledge-base',
  'training-dataset',
  'check',
  'requirement',
  'schedule',
])
export type DocumentKind = z.infer<typeof documentKindSchema>
export type DocumentBody<K extends DocumentKind = DocumentKind> = z.output<(typeof documentBodySchemas)[K]>

const documentOf = <K extends DocumentKind>(kind: K) =>
  z.object({
    id: idSchema,
    projectId: idSchema,
    kind: z.literal(kind),
    name: nameSchema,
    /** The version that counts; a rollback is a new version with an old body. */
    version: z.number().int().positive(),
    body: documentBodySchemas[kind],
    note: z.string(),
    createdAt: timeSchema,
    createdBy: actorSchema,
    changedAt: timeSchema,
    changedBy: actorSchema,
    archivedAt: timeSchema.nullable(),
    revision: z.number().int(),
  })

export const documentSchema = z.discriminatedUnion('kind', [
  documentOf('target'),
  documentOf('model'),
  documentOf('prompt'),
  documentOf('knowledge-base'),
  documentOf('training-dataset'),
  documentOf('check'),
  documentOf('requirement'),
  documentOf('schedule'),
])
export type HubDocument = z.infer<typeof documentSchema>
export type DocumentOf<K extends DocumentKind> = Extract<HubDocument, { kind: K }>

export const documentVersionSchema = z.object({
  version: z.number().int().positive(),
  body: z.record(z.string(), z.unknown()),
  /** Why it was made. */
  note: z.string(),
  createdAt: timeSchema,
  createdBy: actorSchema,
  /** The version it went back to. */
  restores: z.number().int().nullable(),
})
export type DocumentVersion = z.infer<typeof documentVersionSchema>

/** One place where two bodies differ, as a JSON pointer; an absent side was not there. */
export const bodyChangeSchema = z.object({
  pointer: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})
export type BodyChange = z.infer<typeof bodyChangeSchema>

/** What rests on a thing, and what it rests on: links to follow in both directions. */
export const lineageLinkSchema = z.object({
  /** `uses`: the thing rests on it; `used-by`: it rests on the thing. */
  direction: z.enum(['uses', 'used-by']),
  kind: z.union([documentKindSchema, z.enum(['test-set', 'evaluation', 'review'])]),
  id: idSchema,
  name: z.string(),
  version: z.number().int().nullable(),
})
export type LineageLink = z.infer<typeof lineageLinkSchema>

const body = z.record(z.string(), z.unknown())
const path = '/projects/{projectId}/documents/{documentId}' as const

export const documentEndpoints = {
  listDocuments: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/documents',
    tag,
    summary: 'Targets, models, prompts, knowledge bases, datasets, checks, requirements, schedules',
    access: 'project:read',
    query: pageQuerySchema.extend({
      kind: documentKindSchema.optional(),
      name: z.string().optional(),
      archived: z.stringbool().default(false),
    }),
    answer: pageOf(documentSchema),
  }),
  createDocument: endpoint({
    method: 'POST',
    path: '/projects/{projectId}/documents',
    tag,
    summary: 'Make one, as version 1',
    access: 'project:edit',
    body: z.object({ kind: documentKindSchema, name: nameSchema, body, note: noteSchema.default('') }),
    answer: documentSchema,
    status: 201,
    revision: 'sent',
  }),
  getDocument: endpoint({
    method: 'GET',
    path,
    tag,
    summary: 'One, as it stands',
    access: 'project:read',
    answer: documentSchema,
    revision: 'sent',
  }),
  changeDocument: endpoint({
    method: 'PATCH',
    path,
    tag,
    summary: 'Another body makes a new version; name and archived do not',
    access: 'project:edit',
    body: z.object({
      name: nameSchema.optional(),
      archived: z.boolean().optional(),
      body: body.optional(),
      note: noteSchema.default(''),
    }),
    answer: documentSchema,
    revision: 'required',
  }),
  restoreDocument: endpoint({
    method: 'POST',
    path: `${path}/restore`,
    tag,
    summary: 'Go back: a new version with the body of an old one',
    access: 'project:edit',
    body: z.object({ version: z.number().int().positive(), note: noteSchema.default('') }),
    answer: documentSchema,
    revision: 'required',
  }),
  listDocumentVersions: endpoint({
    method: 'GET',
    path: `${path}/versions`,
    tag,
    summary: 'Its history, newest first',
    access: 'project:read',
    query: pageQuerySchema,
    answer: pageOf(documentVersionSchema),
  }),
  compareDocumentVersions: endpoint({
    method: 'GET',
    path: `${path}/changes`,
    tag,
    summary: 'What differs between two versions',
    access: 'project:read',
    query: z.object({ from: z.coerce.number().int().positive(), to: z.coerce.number().int().positive() }),
    answer: z.object({ changes: z.array(bodyChangeSchema) }),
  }),
  getLineage: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/lineage/{thingId}',
    tag,
    summary: 'What a document, test set or evaluation rests on, and what rests on it',
    access: 'project:read',
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
    answer: z.object({ links: z.array(lineageLinkSchema) }),
  }),
} as const

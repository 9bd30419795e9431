import * as z from 'zod'
import { testCaseSchema } from '../test-case.ts'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, nameSchema, noteSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'

const tag = 'Test sets'

export const testSetSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  name: nameSchema,
  description: noteSchema,
  tags: z.array(z.string()),
  /** Grows by one with every change of its cases; an evaluation pins it. */
  version: z.number().int().nonnegative(),
  cases: z.object({ active: z.number().int(), draft: z.number().int() }),
  createdAt: timeSchema,
  createdBy: actorSchema,
  changedAt: timeSchema,
  archivedAt: timeSchema.nullable(),
  revision: z.number().int(),
})
export type HubTestSet = z.infer<typeof testSetSchema>

/** A row of the table of cases: texts cut at 200 characters. */
export const caseRowSchema = z.object({
  id: z.string(),
  question: z.string(),
  referenceAnswer: z.string(),
  type: testCaseSchema.shape.type,
  topic: z.string().nullable(),
  language: z.string(),
  tags: z.array(z.string()),
  status: z.enum(['draft', 'active']),
  checks: z.number().int(),
  comments: z.number().int(),
  changedAt: timeSchema,
  changedBy: actorSchema,
})
export type CaseRow = z.infer<typeof caseRowSchema>

export const hubCaseSchema = z.object({
  testCase: testCaseSchema,
  /** First and, where it was changed since, last version of the set that holds it so. */
  fromVersion: z.number().int(),
  toVersion: z.number().int().nullable(),
  changedAt: timeSchema,
  changedBy: actorSchema,
  revision: z.number().int(),
})
export type HubCase = z.infer<typeof hubCaseSchema>

/** What a caller gives of a case; the rest is filled in as for an imported case. */
export const newCaseSchema = testCaseSchema.partial().extend({ question: z.string().min(1).max(100_000) })

export const caseFilterSchema = z.object({
  /** Words of question, reference or id. */
  text: z.string().max(500).optional(),
  status: z.enum(['draft', 'active']).optional(),
  tag: z.string().optional(),
  type: z.string().optional(),
  topic: z.string().optional(),
  language: z.string().optional(),
})
export type CaseFilter = z.infer<typeof caseFilterSchema>

const set = '/projects/{projectId}/test-sets/{testSetId}' as const

export const testSetEndpoints = {
  listTestSets: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/test-sets',
    tag,
    summary: 'Test sets of the project',
    access: 'project:read',
    query: pageQuerySchema.extend({ archived: z.stringbool().default(false), name: z.string().optional() }),
    answer: pageOf(testSetSchema),
  }),
  createTestSet: endpoint({
    method: 'POST',
    path: '/projects/{projectId}/test-sets',
    tag,
    summary: 'Make a test set',
    access: 'project:edit',
    body: z.object({
      name: nameSchema,
      description: noteSchema.default(''),
      tags: z.array(z.string()).default([]),
    }),
    answer: testSetSchema,
    status: 201,
    revision: 'sent',
  }),
  getTestSet: endpoint({
    method: 'GET',
    path: set,
    tag,
    summary: 'One test set',
    access: 'project:read',
    answer: testSetSchema,
    revision: 'sent',
  }),
  changeTestSet: endpoint({
    method: 'PATCH',
    path: set,
    tag,
    summary: 'Change name, description, tags; archive',
    access: 'project:edit',
    body: z.object({
      name: nameSchema.optional(),
      description: noteSchema.optional(),
      tags: z.array(z.string()).optional(),
      archived: z.boolean().optional(),
    }),
    answer: testSetSchema,
    revision: 'required',
  }),
  listCases: endpoint({
    method: 'GET',
    path: `${set}/cases`,
    tag,
    summary: 'Rows of its cases, in their order, filtered',
    access: 'project:read',
    query: pageQuerySchema.extend({ ...caseFilterSchema.shape, version: z.coerce.number().int().optional() }),
    answer: pageOf(caseRowSchema),
  }),
  countCases: endpoint({
    method: 'GET',
    path: `${set}/facets`,
    tag,
    summary: 'How many cases there are of each status, type, tag, topic and language',
    access: 'project:read',
    answer: z.object({
      facets: z.record(z.string(), z.array(z.object({ value: z.string(), cases: z.number().int() }))),
    }),
  }),
  getCase: endpoint({
    method: 'GET',
    path: `${set}/cases/{caseId}`,
    tag,
    summary: 'One case, as it stands or as it stood in a version',
    access: 'project:read',
    query: z.object({ version: z.coerce.number().int().optional() }),
    answer: hubCaseSchema,
    revision: 'sent',
  }),
  listCaseHistory: endpoint({
    method: 'GET',
    path: `${set}/cases/{caseId}/history`,
    tag,
    summary: 'Everything a case has been, newest first',
    access: 'project:read',
    answer: z.object({ items: z.array(hubCaseSchema) }),
  }),
  addCases: endpoint({
    method: 'POST',
    path: `${set}/cases`,
    tag,
    summary: 'Add cases; whoever may only review proposes drafts',
    access: 'project:review',
    body: z.object({ cases: z.array(newCaseSchema).min(1).max(5_000) }),
    answer: z.object({ version: z.number().int(), ids: z.array(z.string()) }),
    status: 201,
  }),
  changeCase: endpoint({
    method: 'PATCH',
    path: `${set}/cases/{caseId}`,
    tag,
    summary: 'Change a case',
    access: 'project:edit',
    body: testCaseSchema.omit({ id: true }).partial(),
    answer: hubCaseSchema,
    revision: 'required',
  }),
  changeCases: endpoint({
    method: 'POST',
    path: `${set}/cases/bulk`,
    tag,
    summary: 'Change many at once; the answer names the version to go back to',
    access: 'project:edit',
    body: z.object({
      ids: z.array(z.string()).min(1).max(50_000),
      action: z.discriminatedUnion('do', [
        z.object({ do: z.literal('set-status'), status: z.enum(['draft', 'active']) }),
        z.object({ do: z.literal('add-tag'), tag: nameSchema }),
        z.object({ do: z.literal('remove-tag'), tag: nameSchema }),
        z.object({ do: z.literal('remove') }),
        z.object({ do: z.literal('move'), to: idSchema }),
        z.object({ do: z.literal('copy'), to: idSchema }),
      ]),
    }),
    answer: z.object({
      changed: z.number().int(),
      version: z.number().int(),
      before: z.number().int(),
      /** The other set, where cases were moved or copied: what is undone there. */
      to: z.object({ id: idSchema, version: z.number().int(), before: z.number().int() }).nullable(),
    }),
  }),
  restoreTestSet: endpoint({
    method: 'POST',
    path: `${set}/restore`,
    tag,
    summary: 'Go back: a new version with the cases of an old one',
    access: 'project:edit',
    body: z.object({ version: z.number().int().nonnegative() }),
    answer: testSetSchema,
  }),
  listTestSetVersions: endpoint({
    method: 'GET',
    path: `${set}/versions`,
    tag,
    summary: 'Its history: who changed how many cases when',
    access: 'project:read',
    query: pageQuerySchema,
    answer: pageOf(
      z.object({
        version: z.number().int(),
        at: timeSchema,
        by: actorSchema,
        note: z.string(),
        added: z.number().int(),
        changed: z.number().int(),
        removed: z.number().int(),
      }),
    ),
  }),
  importCases: endpoint({
    method: 'POST',
    path: `${set}/import`,
    tag,
    summary: 'Read a file of any format `assay testset import` knows; a file with a fault changes nothing',
    access: 'project:edit',
    body: z.object({
      name: z.string().max(300),
      /** Text of the file; XLSX as base64. */
      text: z.string().max(50_000_000),
      encoding: z.enum(['text', 'base64']).default('text'),
      /** `draft`: all of them wait for somebody to accept them; `active`: as the file says, else active. */
      status: z.enum(['draft', 'active']).default('active'),
      /** What is done with a case whose id the set holds: a file with one is refused, the set's own is kept, or it is changed. */
      existing: z.enum(['refuse', 'keep', 'change']).default('refuse'),
    }),
    answer: z.object({
      version: z.number().int(),
      added: z.number().int(),
      changed: z.number().int(),
      format: z.string(),
    }),
    status: 201,
  }),
  exportCases: endpoint({
    method: 'GET',
    path: `${set}/export`,
    tag,
    summary: 'All cases of a version as a file',
    access: 'project:read',
    query: z.object({
      format: z.enum(['jsonl', 'csv', 'xlsx']).default('jsonl'),
      version: z.coerce.number().int().optional(),
    }),
    answer: z.string(),
    mediaType: 'application/octet-stream',
  }),
  tryCheck: endpoint({
    method: 'POST',
    unaudited: true,
    path: '/projects/{projectId}/check-trials',
    tag,
    summary: 'Run one check on an answer, without keeping anything',
    access: 'project:review',
    body: z.object({ check: z.record(z.string(), z.unknown()), caseOf: z.record(z.string(), z.unknown()) }),
    answer: z.object({ verdict: z.record(z.string(), z.unknown()) }),
  }),
} as const

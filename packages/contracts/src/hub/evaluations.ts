import * as z from 'zod'
import { assayErrorSchema } from '../assay-error.ts'
import { comparisonSchema } from '../comparison.ts'
import { estimateSchema } from '../estimate.ts'
import { caseResultSchema, evaluationSummarySchema } from '../evaluation-summary.ts'
import { attemptRowSchema, contextRowSchema, runManifestSchema, verdictRowSchema } from '../run.ts'
import { testCaseSchema } from '../test-case.ts'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, nameSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'

const tag = 'Evaluations'

/** `pending`: waits for answers of a batch. `stopped`: by a person or the budget; it can go on. */
export const evaluationStatusSchema = z.enum([
  'queued',
  'running',
  'pending',
  'stopped',
  'finished',
  'failed',
])

const pinSchema = z.object({ id: idSchema, name: z.string(), version: z.number().int() })

/** One evaluation: pins the exact versions it used. */
export const evaluationSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  name: nameSchema,
  /** `hub`: by its workers; `command`: streamed by the CLI; `upload`: sent afterwards. */
  origin: z.enum(['hub', 'command', 'upload']),
  status: evaluationStatusSchema,
  /** Place among all that wait for a worker, the next being 1; absent: it does not wait. */
  queuePosition: z.number().int().positive().optional(),
  target: z.object({ name: z.string(), version: z.string().nullable(), pin: pinSchema.nullable() }),
  testSet: z.object({
    name: z.string(),
    hash: z.string().nullable(),
    cases: z.number().int(),
    pins: z.array(pinSchema),
  }),
  judge: z.object({ id: z.string(), version: z.string().nullable() }),
  checks: z.array(z.string()),
  repeats: z.number().int(),
  progress: z.object({
    done: z.number().int(),
    total: z.number().int(),
    errors: z.number().int(),
    costUsd: z.number().nullable(),
  }),
  /** `null`: nothing is finished yet. */
  passing: estimateSchema.nullable(),
  headline: evaluationSummarySchema.shape.headline.nullable(),
  costUsd: z.number().nullable(),
  error: assayErrorSchema.nullable(),
  scheduleId: idSchema.nullable(),
  createdAt: timeSchema,
  createdBy: actorSchema,
  startedAt: timeSchema.nullable(),
  finishedAt: timeSchema.nullable(),
  /** Results somebody hid; they stay counted here. */
  hidden: z.number().int(),
  archivedAt: timeSchema.nullable(),
  /** When its rows were removed, because the project keeps them no longer: the figures stay. Absent: they are there. */
  rowsRemovedAt: timeSchema.optional(),
  revision: z.number().int(),
})
export type Evaluation = z.infer<typeof evaluationSchema>

export const evaluationDetailSchema = z.object({
  evaluation: evaluationSchema,
  /** Everything but the cases, which are read page by page; `null`: nothing is finished yet. */
  summary: evaluationSummarySchema.omit({ cases: true }).nullable(),
  /** How sure the judge is, in words. */
  trust: z.string(),
  manifest: runManifestSchema.nullable(),
  /** Ready to paste: does the same again with the same versions. */
  reproduce: z.string(),
})
export type EvaluationDetail = z.infer<typeof evaluationDetailSchema>

/** A row of the table of results: texts cut at 200 characters. */
export const resultRowSchema = z.object({
  result: caseResultSchema,
  question: z.string(),
  answer: z.string().nullable(),
  /** What people said of it. */
  labels: z.number().int(),
  comments: z.number().int(),
  hidden: z.boolean(),
})
export type ResultRow = z.infer<typeof resultRowSchema>

/** Everything about one case of an evaluation: every attempt and what every check said. */
export const resultDetailSchema = z.object({
  result: caseResultSchema,
  testCase: testCaseSchema,
  references: z.array(contextRowSchema),
  attempts: z.array(z.object({ attempt: attemptRowSchema, verdicts: z.array(verdictRowSchema) })),
  hidden: z.object({ by: actorSchema, at: timeSchema, reason: z.string() }).nullable(),
})
export type ResultDetail = z.infer<typeof resultDetailSchema>

export const runTableSchema = z.enum([
  'cases',
  'contexts',
  'units',
  'attempts',
  'verdicts',
  'calls',
  'candidates',
])
export type RunTableName = z.infer<typeof runTableSchema>

const namedVersionSchema = z.object({ id: idSchema, version: z.number().int().nonnegative() })

/** What of the hub a run from elsewhere rests on, where its sender knows: versions of a target and of test sets. */
export const runGroundsSchema = z.object({
  target: namedVersionSchema.nullable().default(null),
  testSets: z.array(namedVersionSchema).max(20).default([]),
})
export type RunGrounds = z.infer<typeof runGroundsSchema>

const one = '/projects/{projectId}/evaluations/{evaluationId}' as const

export const evaluationEndpoints = {
  listEvaluations: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/evaluations',
    tag,
    summary: 'Evaluations of a time, newest first',
    access: 'project:read',
    query: pageQuerySchema.extend({
      /** Default: 90 days before `to`. */
      from: timeSchema.optional(),
      to: timeSchema.optional(),
      targetId: idSchema.optional(),
      testSetId: idSchema.optional(),
      status: evaluationStatusSchema.optional(),
      name: z.string().optional(),
      archived: z.stringbool().default(false),
    }),
    answer: pageOf(evaluationSchema),
  }),
  startEvaluation: endpoint({
    method: 'POST',
    path: '/projects/{projectId}/evaluations',
    tag,
    summary: 'Evaluate a version of a target; a worker of the hub does it',
    access: 'project:run',
    body: z.object({
      name: nameSchema.optional(),
      targetId: idSchema,
      /** Default: the current one. */
      targetVersion: z.number().int().positive().optional(),
      testSetIds: z.array(idSchema).min(1).max(20),
      /** Only cases with one of these tags. */
      tags: z.array(z.string()).default([]),
      checkIds: z.array(idSchema).default([]),
      judge: z.string().default('rules'),
      repeats: z.number().int().min(1).max(20).default(1),
      gates: z.array(z.string()).default([]),
      budgetUsd: z.number().nonnegative().nullable().default(null),
      limit: z.number().int().positive().optional(),
    }),
    answer: evaluationSchema,
    status: 202,
  }),
  getEvaluation: endpoint({
    method: 'GET',
    path: one,
    tag,
    summary: 'One evaluation with its figures',
    access: 'project:read',
    answer: evaluationDetailSchema,
  }),
  changeEvaluation: endpoint({
    method: 'PATCH',
    path: one,
    tag,
    summary: 'Rename or archive',
    access: 'project:edit',
    body: z.object({ name: nameSchema.optional(), archived: z.boolean().optional() }),
    answer: evaluationSchema,
    revision: 'required',
  }),
  controlEvaluation: endpoint({
    method: 'POST',
    path: `${one}/control`,
    tag,
    summary: 'Stop it, go on with it, ask again what errored, or check stored answers again',
    access: 'project:run',
    body: z.object({ do: z.enum(['stop', 'resume', 'retry-errors', 'check-again']) }),
    answer: evaluationSchema,
    status: 202,
  }),
  listResults: endpoint({
    method: 'GET',
    path: `${one}/results`,
    tag,
    summary: 'Results case by case, failures first, filtered',
    access: 'project:read',
    query: pageQuerySchema.extend({
      text: z.string().max(500).optional(),
      outcome: caseResultSchema.shape.outcome.optional(),
      passed: z.stringbool().optional(),
      type: z.string().optional(),
      level: z.string().optional(),
      topic: z.string().optional(),
      language: z.string().optional(),
      length: z.string().optional(),
      tag: z.string().optional(),
      source: z.string().optional(),
      component: z.string().optional(),
      check: z.string().optional(),
      hidden: z.stringbool().optional(),
    }),
    answer: pageOf(resultRowSchema),
  }),
  getResult: endpoint({
    method: 'GET',
    path: `${one}/results/{caseId}`,
    tag,
    summary: 'One case: every attempt, every verdict, the passages',
    access: 'project:read',
    answer: resultDetailSchema,
  }),
  hideResult: endpoint({
    method: 'PUT',
    path: `${one}/results/{caseId}/hidden`,
    tag,
    summary: 'Hide a result from lists, or show it again; it stays counted as hidden',
    access: 'project:review',
    body: z.object({ hidden: z.boolean(), reason: z.string().max(2_000).default('') }),
    answer: z.object({ hidden: z.boolean() }),
  }),
  exportResults: endpoint({
    method: 'GET',
    path: `${one}/export`,
    tag,
    summary: 'All results as a file',
    access: 'project:read',
    query: z.object({ format: z.enum(['jsonl', 'csv', 'xlsx']).default('jsonl') }),
    answer: z.string(),
    mediaType: 'application/octet-stream',
  }),
  compareEvaluations: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/comparisons',
    tag,
    summary: 'B against A, case by case, with one of five verdicts',
    access: 'project:read',
    query: z.object({ a: idSchema, b: idSchema, margin: z.coerce.number().min(0).max(1).optional() }),
    answer: comparisonSchema,
  }),
  openRun: endpoint({
    method: 'PUT',
    unaudited: true,
    path: '/projects/{projectId}/runs/{runId}',
    tag,
    summary: 'Announce a run folder; its rows follow. The same run may be announced again',
    access: 'project:run',
    body: z.object({
      manifest: runManifestSchema,
      origin: z.enum(['command', 'upload']),
      restsOn: runGroundsSchema.default({ target: null, testSets: [] }),
    }),
    answer: z.object({
      evaluationId: idSchema,
      /** Rows of each table the hub has: send those behind. */
      next: z.record(runTableSchema, z.number().int()),
    }),
  }),
  appendRows: endpoint({
    method: 'POST',
    unaudited: true,
    path: '/projects/{projectId}/runs/{runId}/rows',
    tag,
    summary: 'Rows of one table from a line on; rows the hub has already are passed over',
    access: 'project:run',
    body: z.object({
      table: runTableSchema,
      from: z.number().int().nonnegative(),
      rows: z.array(z.record(z.string(), z.unknown())).min(1).max(1_000),
    }),
    answer: z.object({ next: z.number().int() }),
  }),
  closeRun: endpoint({
    method: 'POST',
    path: '/projects/{projectId}/runs/{runId}/close',
    tag,
    summary: 'The writer stops: finished, or to go on later',
    access: 'project:run',
    body: z.object({
      status: z.enum(['finished', 'pending', 'stopped', 'failed']),
      error: assayErrorSchema.nullable().default(null),
    }),
    answer: evaluationSchema,
  }),
  readRows: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/runs/{runId}/rows',
    tag,
    summary: 'Rows of one table as they were sent, JSON Lines',
    access: 'project:read',
    query: z.object({
      table: runTableSchema,
      from: z.coerce.number().int().nonnegative().default(0),
      limit: z.coerce.number().int().min(1).max(5_000).default(1_000),
    }),
    answer: z.string(),
    mediaType: 'application/x-ndjson',
  }),
  watchProject: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/events',
    tag,
    summary: 'What changes, as it changes: server-sent events with the names of `hubEventSchema`',
    access: 'project:read',
    answer: z.string(),
    mediaType: 'text/event-stream',
  }),
} as const

/** Data of a server-sent event: the reader asks again for what it shows of that thing. */
export const hubEventSchema = z.object({
  kind: z.enum(['evaluation', 'document', 'test-set', 'review', 'finding', 'comment', 'label']),
  id: z.string(),
  evaluation: evaluationSchema.pick({ status: true, progress: true }).optional(),
})
export type HubEvent = z.infer<typeof hubEventSchema>

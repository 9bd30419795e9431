import * as z from 'zod'
import { estimateSchema } from '../estimate.ts'
import { judgeLabelSchema, labelOutcomeSchema } from '../judge-label.ts'
import { testCaseSchema } from '../test-case.ts'
import { attemptRowSchema, contextRowSchema, verdictRowSchema } from '../run.ts'
import { endpoint } from './endpoint.ts'
import { findingEndpoints } from './findings.ts'
import { actorSchema, idSchema, nameSchema, noteSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'

const tag = 'Comments, labels and findings'

export const commentSubjectSchema = z.object({
  kind: z.enum(['evaluation', 'result', 'case', 'review', 'document', 'finding', 'comparison']),
  /** Id of the thing; of a result `<evaluation>/<case>`, of a case `<test set>/<case>`. */
  id: z.string().max(300),
})

export const commentSchema = z.object({
  id: idSchema,
  subject: commentSubjectSchema,
  text: noteSchema,
  /** Ids of people named with @ in the text. */
  mentions: z.array(actorSchema),
  by: actorSchema,
  at: timeSchema,
  editedAt: timeSchema.nullable(),
  resolvedAt: timeSchema.nullable(),
})
export type Comment = z.infer<typeof commentSchema>

/** A case somebody proposes from an answer, until the owner decides. */
export const proposalSchema = z.object({
  id: idSchema,
  testSetId: idSchema,
  caseId: z.string(),
  question: z.string(),
  referenceAnswer: z.string(),
  from: z.object({ evaluationId: idSchema, caseId: z.string() }).nullable(),
  /** The case of the set that it corrects: accepted, it takes that one's place; `null`: it is a case of its own. */
  corrects: z.string().nullable(),
  why: noteSchema,
  by: actorSchema,
  at: timeSchema,
  decision: z.enum(['accepted', 'rejected']).nullable(),
  decidedBy: actorSchema.nullable(),
  decidedAt: timeSchema.nullable(),
})
export type Proposal = z.infer<typeof proposalSchema>

/** Answers drawn for people to label (methods §3): at least 30 % of them at random. */
export const queueSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  name: nameSchema,
  evaluationId: idSchema,
  labellers: z.array(actorSchema),
  /** Each row is labelled by so many people. */
  labelsPerRow: z.number().int().min(1).max(5),
  /** The judge's word and the others' labels are hidden until the own label is given. */
  blind: z.boolean(),
  rows: z.number().int(),
  labelled: z.number().int(),
  /** Rows whose labels differ and wait for a decision. */
  toAdjudicate: z.number().int(),
  /** Of the words given to rows that two people or more labelled; `null`: fewer than ten rows. */
  agreement: z
    .object({
      /** Krippendorff's, nominal; a value of `null`: all words alike, so that chance explains everything. */
      alpha: estimateSchema,
      /** Cohen's, of two labellers; `null`: there are more. */
      kappa: estimateSchema.nullable(),
      /** Share of the pairs of labels of one row that are the same word. */
      percent: estimateSchema,
      n: z.number().int(),
    })
    .nullable(),
  createdAt: timeSchema,
  createdBy: actorSchema,
})
export type AnnotationQueue = z.infer<typeof queueSchema>

export const queueRowSchema = z.object({
  id: idSchema,
  evaluationId: idSchema,
  caseId: z.string(),
  repeat: z.number().int(),
  drawnBy: judgeLabelSchema.shape.drawnBy,
  inclusionProbability: z.number().positive().max(1).nullable(),
  testCase: testCaseSchema,
  references: z.array(contextRowSchema),
  attempt: attemptRowSchema,
  /** Empty in a blind queue before the own label. */
  verdicts: z.array(verdictRowSchema),
  labels: z.array(
    z.object({
      by: actorSchema,
      outcome: labelOutcomeSchema,
      note: z.string(),
      at: timeSchema,
      /** Settles a row whose labels differ. */
      adjudicates: z.boolean(),
    }),
  ),
})
export type QueueRow = z.infer<typeof queueRowSchema>

export const labelSchema = z.object({
  id: idSchema,
  label: judgeLabelSchema,
  by: actorSchema,
  /** Settles rows whose labels differ. */
  adjudicates: z.boolean(),
})
export type HubLabel = z.infer<typeof labelSchema>

export const categorySchema = z.object({
  id: idSchema,
  name: nameSchema,
  description: noteSchema,
  /** How often, by evaluation, oldest first. */
  counts: z.array(
    z.object({ evaluationId: idSchema, version: z.string().nullable(), cases: z.number().int() }),
  ),
})
export type FailureCategory = z.infer<typeof categorySchema>

export const failureNoteSchema = z.object({
  id: idSchema,
  evaluationId: idSchema,
  caseId: z.string(),
  text: noteSchema,
  categoryId: idSchema.nullable(),
  by: actorSchema,
  at: timeSchema,
})
export type FailureNote = z.infer<typeof failureNoteSchema>

const project = '/projects/{projectId}' as const

export const annotationEndpoints = {
  ...findingEndpoints,
  listComments: endpoint({
    method: 'GET',
    path: `${project}/comments`,
    tag,
    summary: 'Comments on one thing, oldest first',
    access: 'project:read',
    query: pageQuerySchema.extend({ kind: commentSubjectSchema.shape.kind, id: z.string() }),
    answer: pageOf(commentSchema),
  }),
  addComment: endpoint({
    method: 'POST',
    path: `${project}/comments`,
    tag,
    summary: 'Comment; @name mentions',
    access: 'project:review',
    body: z.object({
      subject: commentSubjectSchema,
      text: z.string().trim().min(1).max(10_000),
      mentionIds: z.array(z.string()).default([]),
    }),
    answer: commentSchema,
    status: 201,
  }),
  changeComment: endpoint({
    method: 'PATCH',
    path: `${project}/comments/{commentId}`,
    tag,
    summary: 'Change the own comment, or resolve one',
    access: 'project:review',
    body: z.object({
      text: z.string().trim().min(1).max(10_000).optional(),
      resolved: z.boolean().optional(),
    }),
    answer: commentSchema,
  }),
  proposeCase: endpoint({
    method: 'POST',
    path: `${project}/proposals`,
    tag,
    summary: 'Propose a correction or a new case from an answer; it becomes a draft',
    access: 'project:review',
    body: z.object({
      testSetId: idSchema,
      from: z.object({ evaluationId: idSchema, caseId: z.string() }).nullable().default(null),
      question: z.string().trim().min(1).max(100_000),
      referenceAnswer: z.string().max(100_000),
      why: noteSchema.default(''),
    }),
    answer: proposalSchema,
    status: 201,
  }),
  listProposals: endpoint({
    method: 'GET',
    path: `${project}/proposals`,
    tag,
    summary: 'Proposals, newest first',
    access: 'project:read',
    query: pageQuerySchema.extend({ undecided: z.stringbool().default(true) }),
    answer: pageOf(proposalSchema),
  }),
  decideProposal: endpoint({
    method: 'POST',
    path: `${project}/proposals/{proposalId}/decision`,
    tag,
    summary: 'Accept a proposal into the test set, or reject it',
    access: 'project:edit',
    body: z.object({ decision: z.enum(['accepted', 'rejected']) }),
    answer: proposalSchema,
  }),
  listQueues: endpoint({
    method: 'GET',
    path: `${project}/queues`,
    tag,
    summary: 'Annotation queues',
    access: 'project:read',
    query: pageQuerySchema,
    answer: pageOf(queueSchema),
  }),
  createQueue: endpoint({
    method: 'POST',
    path: `${project}/queues`,
    tag,
    summary:
      'Draw answers of an evaluation to be labelled: at least 30 % at random, the rest where the judge is least sure',
    access: 'project:edit',
    body: z.object({
      name: nameSchema,
      evaluationId: idSchema,
      rows: z.number().int().min(1).max(5_000),
      randomShare: z.number().min(0.3).max(1).default(0.5),
      labelsPerRow: z.number().int().min(1).max(5).default(1),
      blind: z.boolean().default(true),
      labellerIds: z.array(z.string()).default([]),
      /** An evaluation in which another judge judged the same answers: rows on which they differ come first. */
      againstEvaluationId: idSchema.optional(),
    }),
    answer: queueSchema,
    status: 201,
  }),
  getQueue: endpoint({
    method: 'GET',
    path: `${project}/queues/{queueId}`,
    tag,
    summary: 'One queue and how far it is',
    access: 'project:read',
    answer: queueSchema,
  }),
  nextQueueRow: endpoint({
    method: 'GET',
    path: `${project}/queues/{queueId}/next`,
    tag,
    summary: "The caller's next row: `null` when all is done",
    access: 'project:review',
    query: z.object({ after: idSchema.optional(), adjudicate: z.stringbool().default(false) }),
    answer: z.object({ row: queueRowSchema.nullable(), left: z.number().int() }),
  }),
  labelQueueRow: endpoint({
    method: 'PUT',
    path: `${project}/queues/{queueId}/rows/{rowId}/label`,
    tag,
    summary: 'Label a row, or replace the own label; `null` takes it back',
    access: 'project:review',
    body: z.object({
      outcome: labelOutcomeSchema.nullable(),
      note: noteSchema.default(''),
      adjudicates: z.boolean().default(false),
    }),
    answer: queueRowSchema,
  }),
  listLabels: endpoint({
    method: 'GET',
    path: `${project}/labels`,
    tag,
    summary: 'Labels of an evaluation, as `assay judge` reads them',
    access: 'project:read',
    query: pageQuerySchema.extend({ evaluationId: idSchema }),
    answer: pageOf(labelSchema),
  }),
  listFailureNotes: endpoint({
    method: 'GET',
    path: `${project}/failure-notes`,
    tag,
    summary: 'Open notes on failures',
    access: 'project:read',
    query: pageQuerySchema.extend({ evaluationId: idSchema.optional(), categoryId: idSchema.optional() }),
    answer: pageOf(failureNoteSchema),
  }),
  writeFailureNote: endpoint({
    method: 'POST',
    path: `${project}/failure-notes`,
    tag,
    summary: 'Note what went wrong in a result, in own words',
    access: 'project:review',
    body: z.object({
      evaluationId: idSchema,
      caseId: z.string(),
      text: z.string().trim().min(1).max(10_000),
      categoryId: idSchema.nullable().default(null),
    }),
    answer: failureNoteSchema,
    status: 201,
  }),
  sortFailureNotes: endpoint({
    method: 'POST',
    path: `${project}/failure-notes/sort`,
    tag,
    summary: 'Put notes into a category, or out of all',
    access: 'project:review',
    body: z.object({ noteIds: z.array(idSchema).min(1).max(1_000), categoryId: idSchema.nullable() }),
    answer: z.object({ changed: z.number().int() }),
  }),
  listCategories: endpoint({
    method: 'GET',
    path: `${project}/categories`,
    tag,
    summary: 'Categories of failures with their counts over evaluations',
    access: 'project:read',
    answer: z.object({ items: z.array(categorySchema) }),
  }),
  setCategory: endpoint({
    method: 'PUT',
    path: `${project}/categories/{categoryId}`,
    tag,
    summary: 'Name a category; the id is made by the caller (UUIDv7)',
    access: 'project:review',
    body: z.object({ name: nameSchema, description: noteSchema.default('') }),
    answer: categorySchema,
  }),
  mergeCategories: endpoint({
    method: 'POST',
    path: `${project}/categories/{categoryId}/merge`,
    tag,
    summary: 'Put all notes of others into this one and remove them',
    access: 'project:review',
    body: z.object({ from: z.array(idSchema).min(1) }),
    answer: categorySchema,
  }),
} as const

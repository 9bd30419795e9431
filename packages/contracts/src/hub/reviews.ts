import * as z from 'zod'
import { comparisonSchema } from '../comparison.ts'
import { differenceSchema, estimateSchema } from '../estimate.ts'
import { gateResultSchema } from '../evaluation-summary.ts'
import { requirementBodySchema } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, nameSchema, noteSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'

const tag = 'Release reviews'

/** `open` until every required reviewer approved or one blocked. */
export const reviewStatusSchema = z.enum(['evaluating', 'open', 'approved', 'blocked', 'withdrawn'])

/** How a requirement stands for a version. */
export const requirementStandingSchema = z.object({
  requirement: z.object({
    id: idSchema,
    name: z.string(),
    version: z.number().int(),
    statement: z.string(),
    source: requirementBodySchema.shape.source,
    least: z.number(),
  }),
  state: z.enum(['met', 'not met', 'not enough cases', 'not tested']),
  passing: estimateSchema,
  /** Attempts that nobody could judge: in no rate. */
  notJudged: z.number().int(),
  /** How many cases would be enough, where there are not; `null`: none would, or it is decided. */
  wouldDo: z.number().int().nullable(),
  /** Ids of cases that fail, cut at 200; `passing` counts all. */
  failing: z.array(z.string()),
})
export type RequirementStanding = z.infer<typeof requirementStandingSchema>

/** One thing that is not the same in both versions: prompt, parameters, returned model, knowledge base, judge. */
export const whatChangedSchema = z.object({
  what: z.string(),
  before: z.string(),
  after: z.string(),
  /** `confounds`: the difference in figures may come from it and not from the version. */
  effect: z.enum(['intended', 'confounds']),
})
export type WhatChanged = z.infer<typeof whatChangedSchema>

export const decisionSchema = z.object({
  by: actorSchema,
  decision: z.enum(['approve', 'block']),
  why: noteSchema,
  at: timeSchema,
  /** Given before something it rests on changed: it no longer counts. */
  outdated: z.boolean(),
  /** Whoever decided made the version: allowed, and said. */
  own: z.boolean(),
})

export const reviewSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  title: nameSchema,
  status: reviewStatusSchema,
  target: z.object({ id: idSchema, name: z.string(), version: z.number().int() }),
  /** The version it is compared with; `null`: it is the first. */
  baseline: z.object({ version: z.number().int(), evaluationId: idSchema.nullable() }).nullable(),
  testSetIds: z.array(idSchema),
  checkIds: z.array(idSchema),
  judge: z.string(),
  gates: z.array(z.string()),
  evaluationId: idSchema.nullable(),
  requiredReviewers: z.array(actorSchema),
  decisions: z.array(decisionSchema),
  /** Why it was opened again. */
  reopened: z.array(z.object({ at: timeSchema, because: z.string() })),
  rollback: z.object({ version: z.number().int(), note: noteSchema }).nullable(),
  createdAt: timeSchema,
  createdBy: actorSchema,
  closedAt: timeSchema.nullable(),
  revision: z.number().int(),
})
export type Review = z.infer<typeof reviewSchema>

/** A case whose passing is not the same in both versions, with what the judge or a check said where it fails. */
export const movedCaseSchema = z.object({
  caseId: z.string(),
  question: z.string(),
  from: z.string(),
  to: z.string(),
  because: z.string().nullable(),
})
export type MovedCase = z.infer<typeof movedCaseSchema>

export const reviewDetailSchema = z.object({
  review: reviewSchema,
  /** "Is version 14 better?" and its answer, computed. */
  headline: z.object({ question: z.string(), answer: z.string() }),
  whatChanged: z.array(whatChangedSchema),
  /** Paired, over the cases of both; `null`: nothing to compare with yet. */
  overall: differenceSchema.nullable(),
  /** Judged correct with the judge's error taken out, by people's labels; `null`: no answer of either was labelled. */
  corrected: comparisonSchema.shape.corrected,
  candidate: estimateSchema.nullable(),
  baseline: estimateSchema.nullable(),
  requirements: z.array(requirementStandingSchema),
  gates: z.array(gateResultSchema),
  /** Cut at 200 each; `moved` counts all. */
  regressions: z.array(movedCaseSchema),
  improvements: z.array(movedCaseSchema),
  moved: z.object({
    lost: z.number().int(),
    gained: z.number().int(),
    /** Asked in both, not judged in one: in no difference. */
    notPaired: z.number().int(),
    onlyInCandidate: z.number().int(),
    onlyInBaseline: z.number().int(),
  }),
  /** What going back to `review.rollback` would change again. */
  rollbackChanges: z.array(whatChangedSchema),
})
export type ReviewDetail = z.infer<typeof reviewDetailSchema>

const review = '/projects/{projectId}/reviews/{reviewId}' as const

export const reviewEndpoints = {
  listReviews: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/reviews',
    tag,
    summary: 'Release reviews, newest first',
    access: 'project:read',
    query: pageQuerySchema.extend({ status: reviewStatusSchema.optional(), targetId: idSchema.optional() }),
    answer: pageOf(reviewSchema),
  }),
  openReview: endpoint({
    method: 'POST',
    path: '/projects/{projectId}/reviews',
    tag,
    summary: 'Open a review of a version; the hub evaluates what is missing',
    access: 'project:run',
    body: z.object({
      title: nameSchema.optional(),
      targetId: idSchema,
      version: z.number().int().positive().optional(),
      /** Default: the version approved last, else the one before. */
      baselineVersion: z.number().int().positive().nullable().optional(),
      testSetIds: z.array(idSchema).min(1),
      checkIds: z.array(idSchema).default([]),
      judge: z.string().default('rules'),
      gates: z.array(z.string()).default([]),
      requiredReviewerIds: z.array(z.string()).default([]),
      /** Evaluations that stand already. */
      evaluationId: idSchema.optional(),
      baselineEvaluationId: idSchema.optional(),
      rollback: z.object({ version: z.number().int().positive(), note: noteSchema }).nullable().default(null),
    }),
    answer: reviewSchema,
    status: 201,
  }),
  getReview: endpoint({
    method: 'GET',
    path: review,
    tag,
    summary: 'One review: what changed, how figures moved, how each requirement stands',
    access: 'project:read',
    answer: reviewDetailSchema,
  }),
  decideReview: endpoint({
    method: 'POST',
    path: `${review}/decisions`,
    tag,
    summary: 'Approve or block, with the reason',
    access: 'project:review',
    body: z.object({ decision: z.enum(['approve', 'block']), why: z.string().trim().min(1).max(10_000) }),
    answer: reviewSchema,
    revision: 'required',
  }),
  evaluateReview: endpoint({
    method: 'POST',
    path: `${review}/evaluation`,
    tag,
    summary: 'Evaluate again with the test sets as they are now; what was decided before no longer counts',
    access: 'project:run',
    answer: reviewSchema,
    status: 202,
    revision: 'required',
  }),
  changeReview: endpoint({
    method: 'PATCH',
    path: review,
    tag,
    summary: 'Change title, reviewers, rollback plan; withdraw',
    access: 'project:edit',
    body: z.object({
      title: nameSchema.optional(),
      requiredReviewerIds: z.array(z.string()).optional(),
      rollback: z.object({ version: z.number().int().positive(), note: noteSchema }).nullable().optional(),
      withdraw: z.literal(true).optional(),
    }),
    answer: reviewSchema,
    revision: 'required',
  }),
  listRequirementStandings: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/requirement-standings',
    tag,
    summary: 'How each requirement stands in an evaluation',
    access: 'project:read',
    query: z.object({ evaluationId: idSchema }),
    answer: z.object({ items: z.array(requirementStandingSchema) }),
  }),
} as const

import * as z from 'zod'
import { estimateSchema, differenceSchema } from '../estimate.ts'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, nameSchema, noteSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'
import { roleSchema } from './rights.ts'

const tag = 'Projects'

/** Risk classes of Regulation (EU) 2024/1689; `unclassified` until somebody decided. */
export const riskClassSchema = z.enum(['unclassified', 'minimal', 'limited', 'high', 'prohibited'])

export const projectSchema = z.object({
  id: idSchema,
  name: nameSchema,
  description: noteSchema,
  /** Answers for it. */
  owner: actorSchema,
  riskClass: riskClassSchema,
  /** Stop before spending more in a calendar month, in US dollars. */
  budgetUsd: z.number().nonnegative().nullable(),
  /** Evaluations at once. */
  concurrency: z.number().int().min(1).max(64),
  /** Facts older than this are removed, in days; `null`: kept. */
  retentionDays: z.number().int().min(1).nullable(),
  createdAt: timeSchema,
  archivedAt: timeSchema.nullable(),
  revision: z.number().int(),
})
export type Project = z.infer<typeof projectSchema>

const projectFields = projectSchema
  .pick({
    name: true,
    description: true,
    riskClass: true,
    budgetUsd: true,
    concurrency: true,
    retentionDays: true,
  })
  .partial()
  .extend({ ownerId: z.string().optional() })

/** One line of the home page: how a project stands and what waits for a person. */
export const projectStandingSchema = z.object({
  project: projectSchema.pick({ id: true, name: true, riskClass: true, owner: true, archivedAt: true }),
  role: roleSchema,
  /** Of the last finished evaluation; `null`: never evaluated. */
  quality: z
    .object({
      evaluationId: idSchema,
      target: z.string(),
      version: z.string().nullable(),
      passing: estimateSchema,
      /** Passing of the evaluations before it, oldest first. */
      history: z.array(z.number().nullable()),
    })
    .nullable(),
  /** Against the version before; `null`: nothing to compare. */
  change: differenceSchema.nullable(),
  openFindings: z.object({ critical: z.number().int(), major: z.number().int(), minor: z.number().int() }),
  /** This calendar month, US dollars; `null`: unknown. */
  costUsd: z.number().nullable(),
  lastChangeAt: timeSchema,
  needsPerson: z.object({
    openReviews: z.number().int(),
    waitingLabels: z.number().int(),
    proposals: z.number().int(),
    failedEvaluations: z.number().int(),
  }),
})
export type ProjectStanding = z.infer<typeof projectStandingSchema>

export const secretSchema = z.object({ name: z.string(), setBy: actorSchema, setAt: timeSchema })

export const projectEndpoints = {
  listStandings: endpoint({
    method: 'GET',
    path: '/standings',
    tag,
    summary: 'How every project the caller may see stands',
    access: 'signed-in',
    answer: z.object({ items: z.array(projectStandingSchema) }),
  }),
  listProjects: endpoint({
    method: 'GET',
    path: '/projects',
    tag,
    summary: 'Projects the caller may see',
    access: 'signed-in',
    query: pageQuerySchema.extend({ archived: z.stringbool().default(false), name: z.string().optional() }),
    answer: pageOf(projectSchema),
  }),
  createProject: endpoint({
    method: 'POST',
    path: '/projects',
    tag,
    summary: 'Make a project; the caller owns it',
    access: 'organisation:edit',
    body: projectFields.extend({ name: nameSchema }),
    answer: projectSchema,
    status: 201,
    revision: 'sent',
  }),
  getProject: endpoint({
    method: 'GET',
    path: '/projects/{projectId}',
    tag,
    summary: 'One project',
    access: 'project:read',
    answer: projectSchema,
    revision: 'sent',
  }),
  changeProject: endpoint({
    method: 'PATCH',
    path: '/projects/{projectId}',
    tag,
    summary: 'Change a project',
    access: 'project:administer',
    body: projectFields.extend({ archived: z.boolean().optional() }),
    answer: projectSchema,
    revision: 'required',
  }),
  listSecrets: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/secrets',
    tag,
    summary: 'Names of the secrets targets and judges may use; never their values',
    access: 'project:read',
    answer: z.object({ items: z.array(secretSchema) }),
  }),
  setSecret: endpoint({
    method: 'PUT',
    path: '/projects/{projectId}/secrets/{name}',
    tag,
    summary: 'Set a secret; it can be used, never read again',
    access: 'project:administer',
    body: z.object({ value: z.string().min(1).max(20_000) }),
    answer: secretSchema,
  }),
  removeSecret: endpoint({
    method: 'DELETE',
    path: '/projects/{projectId}/secrets/{name}',
    tag,
    summary: 'Remove a secret',
    access: 'project:administer',
    answer: z.void(),
  }),
} as const

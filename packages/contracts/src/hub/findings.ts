import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, nameSchema, noteSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'

const tag = 'Comments, labels and findings'

export const findingSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  title: nameSchema,
  kind: z.enum(['quality', 'security']),
  severity: z.enum(['critical', 'major', 'minor']),
  status: z.enum(['open', 'in progress', 'accepted risk', 'false positive', 'fixed']),
  owner: actorSchema.nullable(),
  /** `gate` of an evaluation, an import, or a person. */
  source: z.object({
    kind: z.enum(['gate', 'garak', 'promptfoo', 'giskard', 'person']),
    reference: z.string(),
  }),
  evaluationId: idSchema.nullable(),
  description: noteSchema,
  /** Attempts that show it, cut at ten. */
  evidence: z.array(z.object({ input: z.string(), output: z.string(), note: z.string() })),
  /** Failed of tried, where it was counted. */
  attempts: z.object({ failed: z.number().int(), tried: z.number().int() }).nullable(),
  createdAt: timeSchema,
  changedAt: timeSchema,
  revision: z.number().int(),
})
export type Finding = z.infer<typeof findingSchema>

const project = '/projects/{projectId}' as const

export const findingEndpoints = {
  listFindings: endpoint({
    method: 'GET',
    path: `${project}/findings`,
    tag,
    summary: 'Findings, the most severe first',
    access: 'project:read',
    query: pageQuerySchema.extend({
      status: findingSchema.shape.status.optional(),
      kind: findingSchema.shape.kind.optional(),
      severity: findingSchema.shape.severity.optional(),
    }),
    answer: pageOf(findingSchema),
  }),
  getFinding: endpoint({
    method: 'GET',
    path: `${project}/findings/{findingId}`,
    tag,
    summary: 'One finding',
    access: 'project:read',
    answer: findingSchema,
    revision: 'sent',
  }),
  createFinding: endpoint({
    method: 'POST',
    path: `${project}/findings`,
    tag,
    summary: 'Write down a finding',
    access: 'project:review',
    body: findingSchema.pick({ title: true, kind: true, severity: true, description: true }).extend({
      evaluationId: idSchema.nullable().default(null),
      description: noteSchema.default(''),
    }),
    answer: findingSchema,
    status: 201,
    revision: 'sent',
  }),
  changeFinding: endpoint({
    method: 'PATCH',
    path: `${project}/findings/{findingId}`,
    tag,
    summary: 'Change status, severity, owner',
    access: 'project:review',
    body: findingSchema
      .pick({ title: true, severity: true, status: true, description: true })
      .partial()
      .extend({ ownerId: z.string().nullable().optional() }),
    answer: findingSchema,
    revision: 'required',
  }),
  importFindings: endpoint({
    method: 'POST',
    path: `${project}/findings/import`,
    tag,
    summary: 'Read a garak report, promptfoo red-team results or a Giskard scan',
    access: 'project:edit',
    body: z.object({
      format: z.enum(['garak', 'promptfoo', 'giskard']),
      name: z.string().max(300),
      text: z.string().max(50_000_000),
    }),
    answer: z.object({ added: z.number().int(), updated: z.number().int(), skipped: z.array(z.string()) }),
    status: 201,
  }),
} as const

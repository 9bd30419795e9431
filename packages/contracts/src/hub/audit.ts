import * as z from 'zod'
import { bodyChangeSchema } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { actorSchema, idSchema, pageOf, pageQuerySchema, timeSchema } from './page.ts'

const tag = 'Audit'

/** One entry of the append-only log; each holds the hash of the one before. */
export const auditEntrySchema = z.object({
  /** Counts from 1 without a gap. */
  sequence: z.number().int().positive(),
  at: timeSchema,
  /** `null`: the hub itself, as by a schedule. */
  by: actorSchema.nullable(),
  /** Id of the endpoint, or of what the hub did: `changeDocument`, `sign-in`. */
  action: z.string(),
  projectId: idSchema.nullable(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  changes: z.array(bodyChangeSchema),
  address: z.string().nullable(),
  key: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** SHA-256 over the entry before and this one's canonical JSON, in hex. */
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

const filter = {
  personId: z.string().optional(),
  action: z.string().optional(),
  subjectId: z.string().optional(),
  from: timeSchema.optional(),
  to: timeSchema.optional(),
}

export const auditEndpoints = {
  listAudit: endpoint({
    method: 'GET',
    path: '/audit',
    tag,
    summary: 'Who changed what when, newest first',
    access: 'organisation:administer',
    query: pageQuerySchema.extend({ ...filter, projectId: idSchema.optional() }),
    answer: pageOf(auditEntrySchema),
  }),
  listProjectAudit: endpoint({
    method: 'GET',
    path: '/projects/{projectId}/audit',
    tag,
    summary: 'The same of one project',
    access: 'project:administer',
    query: pageQuerySchema.extend(filter),
    answer: pageOf(auditEntrySchema),
  }),
  exportAudit: endpoint({
    method: 'GET',
    path: '/audit/export',
    tag,
    summary: 'The whole log as JSON Lines, oldest first',
    access: 'organisation:administer',
    answer: z.string(),
    mediaType: 'application/x-ndjson',
  }),
  verifyAudit: endpoint({
    method: 'POST',
    unaudited: true,
    path: '/audit/verify',
    tag,
    summary: 'Walk the chain of hashes',
    access: 'organisation:administer',
    answer: z.object({
      entries: z.number().int(),
      /** First entry that does not fit; `null`: the chain is whole. */
      brokenAt: z.number().int().nullable(),
      lastHash: z.string().nullable(),
    }),
  }),
} as const

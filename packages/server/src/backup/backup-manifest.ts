import { createHmac } from 'node:crypto'
import * as z from 'zod'

export const manifestFile = 'backup.json'

const migrationsSchema = z.array(z.object({ number: z.number().int(), name: z.string(), hash: z.string() }))

const fileSchema = z.object({
  /** Below the folder of the backup. */
  path: z.string().regex(/^(?:(?:control|facts)\/[A-Za-z0-9_]+\.jsonl|secret\.key)$/),
  kind: z.enum(['control', 'facts', 'key']),
  table: z.string(),
  rows: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of tables of the control database, whose values are texts as PostgreSQL writes them. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })).default([]),
})
export type BackupFile = z.output<typeof fileSchema>

const missingSchema = z.object({
  runId: z.string(),
  table: z.string(),
  /** Rows the hub had acknowledged. */
  expected: z.number().int(),
  found: z.number().int(),
})
export type MissingRows = z.infer<typeof missingSchema>

/** What lies in a backup, written last: a folder without it is none. */
export const backupManifestSchema = z.object({
  format: z.literal(1),
  assayVersion: z.string(),
  /** Everything is as it was at this moment, ISO 8601. */
  madeAt: z.iso.datetime(),
  engines: z.object({ control: z.string(), facts: z.string() }),
  migrations: z.object({ control: migrationsSchema, facts: migrationsSchema }),
  key: z.object({
    isIncluded: z.boolean(),
    /** Tells whether a key is the one secrets were sealed with, and nothing else of it. */
    fingerprint: z.string(),
  }),
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })),
  files: z.array(fileSchema),
  /** Rows that were to be there and were not: the facts were damaged before. */
  missing: z.array(missingSchema),
})
export type BackupManifest = z.output<typeof backupManifestSchema>

/** 64 bits of an HMAC: enough to tell keys apart, useless to find one of 256 bits. */
export const fingerprintOf = (key: Buffer): string =>
  createHmac('sha256', key).update('assay: backup').digest('hex').slice(0, 16)

export const leftOut = (isKeyIncluded: boolean): BackupManifest['leftOut'] => [
  {
    what: 'the job queue (schema jobs)',
    why: 'what waits is queued again from the evaluations when the hub starts; a job that was at work has no worker elsewhere',
  },
  {
    what: 'work folders',
    why: 'what a worker wrote is in the facts, and whoever goes on fetches it from there',
  },
  ...(isKeyIncluded
    ? []
    : [
        { what: 'secret.key', why: 'whoever has it reads the secrets; keep it elsewhere, or use --with-key' },
      ]),
]

import * as z from 'zod'
import { assayErrorSchema } from '../assay-error.ts'
import { endpoint } from './endpoint.ts'
import { timeSchema } from './page.ts'

const tag = 'Backups'

/** Name of a folder. */
export const backupNameSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)

export const backupSchema = z.object({
  name: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  /** Where it lies, or will lie, on the hub's machine. */
  folder: z.string(),
  /** Everything in it is as it was at this moment; `null`: it is not done. */
  madeAt: timeSchema.nullable(),
  files: z.number().int(),
  rows: z.number().int(),
  bytes: z.number().int(),
  /** Acknowledged rows the facts did not hold; 0 unless they were damaged before. */
  missingRows: z.number().int(),
  hasKey: z.boolean(),
  error: assayErrorSchema.nullable(),
})
export type Backup = z.infer<typeof backupSchema>

export const backupEndpoints = {
  createBackup: endpoint({
    method: 'POST',
    path: '/backups',
    tag,
    summary: 'Write a backup into the data folder of the hub while it works',
    access: 'organisation:administer',
    body: z.object({
      name: backupNameSchema,
      /** With the key that opens secrets. */
      withKey: z.boolean().default(false),
    }),
    answer: backupSchema,
    status: 202,
  }),
  getBackup: endpoint({
    method: 'GET',
    path: '/backups/{name}',
    tag,
    summary: 'How far a backup is',
    access: 'organisation:administer',
    answer: backupSchema,
  }),
} as const

import type { AuditEntry } from '@assay/contracts/hub'
import { hashAuditEntry } from '@assay/core/auditing'
import { sha256 } from '../../files/sha256.ts'
import type { ControlDatabase } from '../control-database.ts'
import { lockUntilCommit } from '../lock-until-commit.ts'
import { toStorableText } from '../storable-json.ts'

export type NewAuditEntry = Omit<AuditEntry, 'sequence' | 'hash'>

/**
 * Adds the next entry of the chain. The caller's transaction holds the chain's end from here to its commit, so that numbers
 * have no gap: call it last.
 */
export async function appendAudit(transaction: ControlDatabase, draft: NewAuditEntry): Promise<AuditEntry> {
  await lockUntilCommit(transaction, 'audit')
  const last = await transaction
    .selectFrom('audit_entries')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entry = storable({ ...draft, sequence: (last?.sequence ?? 0) + 1 })
  const hash = hashAuditEntry(sha256, last?.hash ?? '', entry)
  await transaction
    .insertInto('audit_entries')
    .values({
      sequence: entry.sequence,
      at: entry.at,
      by_id: entry.by?.id ?? null,
      by_name: entry.by?.name ?? null,
      action: entry.action,
      project_id: entry.projectId,
      subject: JSON.stringify(entry.subject),
      changes: JSON.stringify(entry.changes),
      address: entry.address,
      key: entry.key === null ? null : JSON.stringify(entry.key),
      hash,
    })
    .execute()
  return { ...entry, hash }
}

/**
 * As the database gives it back, or the hash would not fit what is read: what JSON leaves out is gone, and characters that
 * PostgreSQL cannot store (NUL, halves of surrogate pairs) are replaced.
 */
function storable(entry: Omit<AuditEntry, 'hash'>): Omit<AuditEntry, 'hash'> {
  return JSON.parse(JSON.stringify(entry), (_key, value: unknown) =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [toStorableText(key), part]))
      : typeof value === 'string'
        ? toStorableText(value)
        : value,
  ) as Omit<AuditEntry, 'hash'>
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

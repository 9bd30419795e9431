import { createHash } from 'node:crypto'
import type { AuditEntry } from '@assay/contracts/hub'
import { canonicalJson } from '@assay/core/runs'

/** SHA-256 over the hash before (empty for the first entry) and the entry's canonical JSON without its own hash, in hex. */
export const hashAuditEntry = (before: string, entry: Omit<AuditEntry, 'hash'>): string =>
  createHash('sha256').update(before).update(canonicalJson(entry)).digest('hex')

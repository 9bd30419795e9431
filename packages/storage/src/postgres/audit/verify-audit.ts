import type { AuditEntry } from '@assay/contracts/hub'
import type { ControlDatabase } from '../control-database.ts'
import { hashAuditEntry } from './hash-audit-entry.ts'
import { readAuditAfter } from './list-audit.ts'

export interface AuditChain {
  /** How many entries were read. */
  readonly entries: number
  /** Number of the first entry that does not fit; `null`: the chain is whole. */
  readonly brokenAt: number | null
  /** To compare with one noted elsewhere: entries cut off the end leave a shorter chain that is whole. */
  readonly lastHash: string | null
}

const pageSize = 1000

/** Walks the chain from its first entry. */
export async function verifyAudit(database: ControlDatabase): Promise<AuditChain> {
  let entries = 0
  let lastHash: string | null = null
  for (;;) {
    const page: readonly AuditEntry[] = await readAuditAfter(database, entries, pageSize)
    for (const entry of page) {
      const { hash, ...content } = entry
      if (entry.sequence !== entries + 1 || hashAuditEntry(lastHash ?? '', content) !== hash)
        return { entries, brokenAt: entry.sequence, lastHash }
      entries += 1
      lastHash = hash
    }
    if (page.length < pageSize) return { entries, brokenAt: null, lastHash }
  }
}

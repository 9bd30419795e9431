import { emptyChain, extendChain, type AuditChain } from '@assay/core/auditing'
import { sha256 } from '../../files/sha256.ts'
import type { ControlDatabase } from '../control-database.ts'
import { readAuditAfter } from './list-audit.ts'

const pageSize = 1000

/** Walks the chain from its first entry to the first that does not fit. */
export async function verifyAudit(database: ControlDatabase): Promise<AuditChain> {
  let chain = emptyChain
  for (;;) {
    const page = await readAuditAfter(database, chain.entries, pageSize)
    chain = page.reduce((sum, entry) => extendChain(sha256, sum, entry), chain)
    if (chain.brokenAt !== null || page.length < pageSize) return chain
  }
}

import type { AuditEntry } from '@assay/contracts/hub'
import type { Hash } from '../ports/hash.ts'
import { canonicalJson } from '../runs/canonical-json.ts'

/** A log's chain of hashes as far as it was read. */
export interface AuditChain {
  /** How many entries were read and fit. */
  readonly entries: number
  /** Number of the first entry that does not fit; `null`: the chain is whole. */
  readonly brokenAt: number | null
  /** To compare with one noted elsewhere: entries cut off the end leave a shorter chain that is whole. */
  readonly lastHash: string | null
}

export const emptyChain: AuditChain = { entries: 0, brokenAt: null, lastHash: null }

/** Over the hash before (empty for the first entry) and the entry's canonical JSON without its own hash. */
export const hashAuditEntry = (hash: Hash, before: string, entry: Omit<AuditEntry, 'hash'>): string =>
  hash(before + canonicalJson(entry))

/** The chain with its next entry. One that is broken stays as it is. */
export function extendChain(hash: Hash, chain: AuditChain, entry: AuditEntry): AuditChain {
  if (chain.brokenAt !== null) return chain
  const { hash: own, ...content } = entry
  return entry.sequence === chain.entries + 1 && hashAuditEntry(hash, chain.lastHash ?? '', content) === own
    ? { entries: entry.sequence, brokenAt: null, lastHash: own }
    : { ...chain, brokenAt: entry.sequence }
}

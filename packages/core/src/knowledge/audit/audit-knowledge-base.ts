import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import { auditDocuments } from './audit-document.ts'
import { findBoilerplate } from './find-boilerplate.ts'
import { findCompetingNames } from './find-competing-names.ts'
import { findConflictingValues } from './find-conflicting-values.ts'
import { findDanglingReferences } from './find-dangling-references.ts'
import { findMixedLanguages } from './find-mixed-languages.ts'
import { findNearDuplicates } from './find-near-duplicates.ts'
import { findOddSizes } from './find-odd-sizes.ts'
import { findOrphanHeadings } from './find-orphan-headings.ts'
import type { Finding, FindingKind, Severity } from './finding.ts'

export interface KnowledgeBaseAudit {
  /** What matters most first; of each kind at most as many as asked for. */
  readonly findings: readonly Finding[]
  /** How many of each kind there are, those left out of `findings` included. */
  readonly counts: Readonly<Partial<Record<FindingKind, number>>>
}

export interface AuditOptions {
  readonly maxPerKind?: number
  readonly maxPlaces?: number
  /** Found by others, to be listed with the rest. */
  readonly also?: readonly Finding[]
}

const severities: readonly Severity[] = ['high', 'medium', 'low']

/** What in the documents themselves will make answers wrong or hard to find, each with its places. */
export function auditKnowledgeBase(
  knowledgeBase: KnowledgeBase,
  { maxPerKind = 20, maxPlaces = 20, also = [] }: AuditOptions = {},
): KnowledgeBaseAudit {
  const documents = auditDocuments(knowledgeBase)
  const kinds = [
    findConflictingValues(documents),
    findCompetingNames(documents),
    findNearDuplicates(knowledgeBase.chunks),
    findDanglingReferences(documents),
    findBoilerplate(documents),
    findOrphanHeadings(documents),
    findOddSizes(knowledgeBase),
    findMixedLanguages(knowledgeBase.chunks),
    also,
  ]
  const all = kinds.flat()
  const shown = Map.groupBy(all.sort(byWeight), (finding) => finding.kind)
  const findings = [...shown.values()].flatMap((group) => group.slice(0, maxPerKind)).sort(byWeight)
  return {
    findings: findings.map((finding) => ({ ...finding, places: finding.places.slice(0, maxPlaces) })),
    counts: Object.fromEntries([...shown].map(([kind, group]) => [kind, group.length])),
  }
}

const byWeight = (left: Finding, right: Finding): number =>
  severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
  right.places.length - left.places.length

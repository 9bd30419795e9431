import { placeOf, type AuditDocument } from './audit-document.ts'
import type { Finding } from './finding.ts'
import { hasText } from '../split-sections.ts'

/** Headings with neither text nor a lower heading below them. */
export function findOrphanHeadings(documents: readonly AuditDocument[]): readonly Finding[] {
  return documents.flatMap((document) => {
    const blocks = document.blocks.map((placed) => placed.block)
    const orphans = blocks.filter((block, index) => {
      if (block.kind !== 'heading') return false
      const next = blocks.slice(index + 1).find((later) => later.kind === 'heading' || hasText(later))
      return next === undefined || (next.kind === 'heading' && (next.depth ?? 1) <= (block.depth ?? 1))
    })
    return orphans.map((block): Finding => ({
      kind: 'orphan-heading',
      severity: 'low',
      message: `The heading "${block.text}" has no text`,
      places: [placeOf(document, block)],
    }))
  })
}

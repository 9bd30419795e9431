import type { SyncOutcome } from '@assay/core/knowledge'
import { formatTokens } from '../render/format/format-amount.ts'

/** What a sync did, in a few lines: what there is now, what changed, what could not be read. */
export function describeSync({ knowledgeBase, changes }: SyncOutcome): string {
  const { manifest } = knowledgeBase
  const { documents, chunks, tokens } = manifest.counts
  const lines = [
    `${manifest.name}: ${documents} documents, ${chunks} chunks, ${formatTokens(tokens)} tokens${manifest.embedder === null ? '; search by words alone' : `; vectors by ${manifest.embedder}`}`,
    describeChanges(changes),
    ...manifest.skipped.slice(0, 5).map(({ source, error }) => `  not read: ${source}: ${error.message}`),
    ...(manifest.skipped.length > 5
      ? [`  and ${manifest.skipped.length - 5} more not read (assay kb show)`]
      : []),
  ]
  return lines.join('\n')
}

function describeChanges({ documents, chunks }: SyncOutcome['changes']): string {
  const parts = [
    [documents.added.length, 'added'],
    [documents.changed.length, 'changed'],
    [documents.removed.length, 'removed'],
  ] as const
  const changed = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  if (changed.length === 0) return '  nothing changed'
  return `  documents: ${changed.join(', ')}; chunks: ${chunks.added.length} added, ${chunks.removed.length} removed`
}

import type { KnowledgeBaseManifest } from '@assay/contracts'
import type { SyncOutcome } from '@assay/core/knowledge'
import { formatCounted, formatTokens } from '@assay/core/wording'

/** What a sync did, in a few lines: what there is now, what changed, what could not be read. `before`: `null` for a new one. */
export function describeSync(
  { knowledgeBase, changes }: SyncOutcome,
  before: KnowledgeBaseManifest | null,
): string {
  const { manifest } = knowledgeBase
  const { documents, chunks, tokens } = manifest.counts
  const lines = [
    `${manifest.name}: ${formatCounted(documents, 'document')}, ${formatCounted(chunks, 'chunk')}, ${formatTokens(tokens)} tokens${manifest.embedder === null ? '; search by words alone' : `; vectors by ${manifest.embedder}`}`,
    ...describeChanges(changes, before, manifest),
    ...manifest.skipped.slice(0, 5).map(({ source, error }) => `  not read: ${source}: ${error.message}`),
    ...(manifest.skipped.length > 5
      ? [`  and ${manifest.skipped.length - 5} more not read (assay kb show)`]
      : []),
  ]
  return lines.join('\n')
}

function describeChanges(
  { documents, chunks }: SyncOutcome['changes'],
  before: KnowledgeBaseManifest | null,
  now: KnowledgeBaseManifest,
): readonly string[] {
  const parts = [
    [documents.added.length, 'added'],
    [documents.changed.length, 'changed'],
    [documents.removed.length, 'removed'],
  ] as const
  const changed = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  const counts = [
    ...(changed.length === 0 ? [] : [`documents: ${changed.join(', ')}`]),
    ...(chunks.added.length + chunks.removed.length === 0
      ? []
      : [`chunks: ${chunks.added.length} added, ${chunks.removed.length} removed`]),
  ]
  const lines = [
    ...(counts.length === 0 ? [] : [`  ${counts.join('; ')}`]),
    ...(before === null ? [] : describeSettings(before, now)),
  ]
  return lines.length === 0 ? ['  nothing changed'] : lines
}

function describeSettings(before: KnowledgeBaseManifest, now: KnowledgeBaseManifest): readonly string[] {
  const size = ({ chunking }: KnowledgeBaseManifest): string =>
    `${chunking.maxTokens} tokens (${chunking.overlapTokens} shared)`
  return [
    ...(size(before) === size(now)
      ? []
      : [`  cut anew: chunks of at most ${size(now)}, before of ${size(before)}`]),
    ...(before.embedder === now.embedder
      ? []
      : [`  search: by ${now.embedder ?? 'words alone'}, before by ${before.embedder ?? 'words alone'}`]),
  ]
}

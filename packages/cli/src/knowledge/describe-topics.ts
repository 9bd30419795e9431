import type { TopicMap } from '@assay/contracts'
import { formatCounted } from '@assay/core/wording'
import { fitText } from '../render/format/fit-text.ts'
import { renderTable } from '../render/terminal/render-table.ts'

const spaces = {
  embeddings: 'by meaning (embeddings)',
  'tf-idf': 'by words (tf-idf; no embedder)',
  source: 'as the documents name them',
} as const

/** A table of the topics, how good they are and how many chunks are in none. */
export function describeTopics(name: string, map: TopicMap, width: number): string {
  const { topics, unassigned, silhouette, space } = map
  const quality = silhouette === null ? '' : `, silhouette ${silhouette.toFixed(2)}`
  const head = `${name}: ${formatCounted(topics.length, 'topic')} ${spaces[space]}${quality}`
  const rows = topics.map((topic) => [
    topic.id,
    String(topic.chunkIds.length),
    fitText(topic.namedBy === 'person' ? `${topic.name} *` : topic.name, Math.max(20, width - 34)),
    topic.terms.slice(0, 5).join(', '),
  ])
  const table = renderTable(
    [
      { title: 'id' },
      { title: 'chunks', align: 'right' },
      { title: 'name' },
      { title: 'terms', flexible: true },
    ],
    rows,
    width,
  )
  const all = topics.reduce((sum, { chunkIds }) => sum + chunkIds.length, unassigned.length)
  return [
    head,
    ...(topics.length === 0 ? [] : [table]),
    `unassigned: ${unassigned.length} of ${all} chunks are far from every topic`,
    ...(topics.some(({ namedBy }) => namedBy === 'person') ? ['* named by a person'] : []),
  ].join('\n')
}

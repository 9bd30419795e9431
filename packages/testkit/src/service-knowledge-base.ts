import type { Chunk, DocumentRecord } from '@assay/contracts'
import type { KnowledgeBase } from '@assay/core'
import { sha256 } from './sha256.ts'

const attributes = ['timeout', 'retention period', 'request limit', 'home region', 'monthly price'] as const

/** Documents about made-up services, a passage of `key: value` lines each, for `readFacts`. Every value stands once. */
export function buildServiceKnowledgeBase(documents: number, passagesPerDocument: number): KnowledgeBase {
  const chunks = Array.from({ length: documents * passagesPerDocument }, (_, index) =>
    toChunk(index, Math.floor(index / passagesPerDocument)),
  )
  const records = Array.from({ length: documents }, (_, index): DocumentRecord => ({
    id: `d${index}`,
    source: `services/${index}.md`,
    title: `Services ${index}`,
    format: 'markdown',
    contentHash: sha256(String(index)),
    characters: 0,
    language: 'en',
    chunkIds: chunks.filter(({ documentId }) => documentId === `d${index}`).map(({ id }) => id),
  }))
  return {
    manifest: {
      schemaVersion: 1,
      name: 'services',
      version: sha256(chunks.map(({ id }) => id).join(' ')),
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
      sources: ['services'],
      root: '/services',
      textField: null,
      chunking: { maxTokens: 400, overlapTokens: 40 },
      embedder: null,
      counts: { documents, chunks: chunks.length, tokens: 40 * chunks.length },
      skipped: [],
    },
    documents: records,
    chunks,
    vectors: null,
    topics: null,
  }
}

function toChunk(index: number, document: number): Chunk {
  const lines = attributes.map((name, place) => `${name}: ${1000 + index * attributes.length + place} units`)
  const text = lines.join('\n')
  return {
    id: `c${index}`,
    documentId: `d${document}`,
    source: `services/${document}.md`,
    titlePath: [`Services ${document}`, `service-${index}`],
    text,
    start: 0,
    end: text.length,
    page: null,
    language: 'en',
    tokens: 40,
    kind: 'list',
  }
}

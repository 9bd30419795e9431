import type { Chunk, DocumentRecord } from '@assay/contracts'
import type { KnowledgeBase } from '../../ports/knowledge-base.ts'
import type { Block } from '../parse-markdown.ts'
import { blocksOf } from '../split-sections.ts'
import type { Span } from '../split-sentences.ts'
import type { FindingPlace } from './finding.ts'

/** A block under its headings, outermost first. */
export interface PlacedBlock {
  readonly block: Block
  readonly headings: readonly string[]
}

/** A document as the audit reads it, put together again from its passages. */
export interface AuditDocument {
  readonly record: DocumentRecord
  readonly text: string
  readonly blocks: readonly PlacedBlock[]
}

const QUOTE_CHARACTERS = 200

export function auditDocuments({ documents, chunks }: KnowledgeBase): readonly AuditDocument[] {
  const chunksOf = Map.groupBy(chunks, (chunk) => chunk.documentId)
  return documents.map((record) => {
    const text = joinChunks(chunksOf.get(record.id) ?? [], record.characters)
    return { record, text, blocks: placeBlocks(blocksOf({ text, format: record.format })) }
  })
}

export const placeOf = ({ record, text }: AuditDocument, { start, end }: Span): FindingPlace => ({
  source: record.source,
  start,
  end,
  quote: text.slice(start, Math.min(end, start + QUOTE_CHARACTERS)),
})

export const placeOfChunk = (chunk: Chunk): FindingPlace => ({
  source: chunk.source,
  start: chunk.start,
  end: chunk.end,
  quote: chunk.text.slice(0, QUOTE_CHARACTERS),
})

/** Passages hold every character that is not blank; the gaps between them are line breaks here. Offsets stand. */
function joinChunks(chunks: readonly Chunk[], characters: number): string {
  let text = ''
  for (const chunk of chunks) {
    if (chunk.start > text.length) text += '\n'.repeat(chunk.start - text.length)
    if (chunk.end > text.length) text += chunk.text.slice(text.length - chunk.start)
  }
  return text.padEnd(characters, '\n')
}

function placeBlocks(blocks: readonly Block[]): readonly PlacedBlock[] {
  let path: { depth: number; text: string }[] = []
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      const depth = block.depth ?? 1
      path = [...path.filter((heading) => heading.depth < depth), { depth, text: block.text }]
    }
    return { block, headings: path.map((heading) => heading.text) }
  })
}

import { createHash } from 'node:crypto'
import type { SourceDocument } from '@assay/contracts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunkDocument, type ChunkingTools } from './chunk-document.ts'
import { parseMarkdown } from './parse-markdown.ts'

const tools: ChunkingTools = {
  countTokens: (text) => text.match(/\w+|[^\w\s]/g)?.length ?? 0,
  detectLanguage: () => 'en',
  hash: (text) => createHash('sha256').update(text).digest('hex'),
}
const markdown = (text: string, extra: Partial<SourceDocument> = {}): SourceDocument => ({
  source: 'a.md',
  title: null,
  text,
  format: 'markdown',
  ...extra,
})
const chunk = (text: string, maxTokens = 40, overlapTokens = 8) =>
  chunkDocument(markdown(text), { maxTokens, overlapTokens }, tools).chunks

const line = fc.constantFrom(
  '# One',
  '## Two',
  'A sentence stands here. Another one follows it, longer than the first. And a third.',
  '- item one\n- item two\n- item three',
  '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
  '```\ncode here\nmore code\n```',
  '> quoted words',
  'x'.repeat(300),
  '日本語の文です。もう一つの文。',
  '😀'.repeat(50),
  '',
)
const documents = fc.oneof(
  fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n\n')),
  fc.string({ maxLength: 300, unit: 'grapheme' }),
)
const sizes = fc.record({
  maxTokens: fc.integer({ min: 5, max: 60 }),
  overlapTokens: fc.integer({ min: 0, max: 12 }),
})

describe('chunkDocument, for any document', () => {
  test('each chunk is the raw slice of its span and every character that is not blank stands in one', () => {
    fc.assert(
      fc.property(
        documents,
        sizes,
        fc.constantFrom('markdown' as const, 'plain' as const),
        (text, size, format) => {
          const { chunks } = chunkDocument(markdown(text, { format }), size, tools)
          const covered = new Uint8Array(text.length)
          for (const { start, end, text: slice } of chunks) {
            expect(slice).toBe(text.slice(start, end))
            expect(slice.isWellFormed()).toBe(text.isWellFormed())
            covered.fill(1, start, end)
          }
          for (let index = 0; index < text.length; index += 1) {
            if (text.charAt(index).trim() !== '') expect(covered[index]).toBe(1)
          }
        },
      ),
    )
  })

  test('ids are unique and the same every time', () => {
    fc.assert(
      fc.property(documents, sizes, (text, size) => {
        const ids = chunkDocument(markdown(text), size, tools).chunks.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(chunkDocument(markdown(text), size, tools).chunks.map(({ id }) => id)).toEqual(ids)
      }),
    )
  })

  test('no chunk holds text on both sides of a heading', () => {
    fc.assert(
      fc.property(documents, sizes, (text, size) => {
        const blocks = parseMarkdown(text)
        const headings = blocks.filter(({ kind }) => kind === 'heading')
        const bodies = blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'other')
        for (const { start, end } of chunkDocument(markdown(text), size, tools).chunks) {
          const inside = bodies.filter((body) => body.start < end && body.end > start)
          for (const heading of headings) {
            const across = inside.some((body) => body.end <= heading.start && heading.start < end)
            expect(across && inside.some((body) => body.start >= heading.end)).toBe(false)
          }
        }
      }),
    )
  })
})

describe('chunkDocument', () => {
  test('keeps a table whole when it fits, and cuts it at rows when it does not', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `| name${index} | value${index} |`)
    const table = ['| Name | Value |', '|---|---|', ...rows].join('\n')
    expect(chunk(`# T\n\n${table}`, 200).map(({ kind }) => kind)).toEqual(['table'])
    const parts = chunk(`# T\n\n${table}`, 40)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part.text.endsWith('|')).toBe(true)
    expect(parts.slice(1).every((part) => part.text.startsWith('| name'))).toBe(true)
  })

  test('repeats whole sentences of the section at most, never over a heading', () => {
    const sentence = (index: number) => `Sentence number ${index} says a little thing.`
    const text = `# A\n\n${Array.from({ length: 12 }, (_, index) => sentence(index)).join(' ')}\n\n# B\n\nShort end.`
    const chunks = chunk(text, 40, 10)
    expect(chunks[1]?.start).toBeLessThan(chunks[0]?.end ?? 0)
    expect(chunks[1]?.text.startsWith('Sentence number')).toBe(true)
    expect(chunks.at(-1)?.text).toBe('# B\n\nShort end.')
  })

  test('gives the path of headings, and a heading without text goes with the section below it', () => {
    const chunks = chunkDocument(
      markdown('# Server\n\n## Options\n\n### limit\n\nIt is 1.\n\n## Next\n\nText.', { title: 'Server' }),
      { maxTokens: 100, overlapTokens: 0 },
      tools,
    ).chunks
    expect(chunks.map(({ titlePath }) => titlePath)).toEqual([
      ['Server', 'Options', 'limit'],
      ['Server', 'Next'],
    ])
    expect(chunks[0]?.text.startsWith('# Server')).toBe(true)
  })

  test('the same passage twice in a document has two ids, and keeps its id when other text changes', () => {
    const twice = chunk('# A\n\nSame.\n\n# A\n\nSame.')
    expect(new Set(twice.map(({ id }) => id)).size).toBe(2)
    const moved = chunk('# New\n\nText before.\n\n# A\n\nSame.')
    expect(moved.at(-1)?.id).toBe(twice[0]?.id)
  })

  test('names the page a passage begins on', () => {
    const text = 'First page text.\n\nSecond page text.'
    const document = markdown(text, { format: 'plain', pageStarts: [0, 18] })
    const { chunks } = chunkDocument(document, { maxTokens: 4, overlapTokens: 0 }, tools)
    expect(chunks.map(({ page }) => page)).toEqual([1, 2])
  })
})

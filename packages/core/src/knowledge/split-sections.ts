import type { SourceDocument } from '@assay/contracts'
import { parseMarkdown, type Block } from './parse-markdown.ts'

/** What stands under one heading. */
export interface Section {
  /** Headings from the outermost down to the section's own; empty before the first heading. */
  readonly headings: readonly string[]
  /** Headings that open the section (its own and those right above it that have no text of their own), then the rest. */
  readonly blocks: readonly Block[]
}

/** The blocks of a document; plain text is paragraphs between blank lines. */
export const blocksOf = (document: Pick<SourceDocument, 'text' | 'format'>): readonly Block[] =>
  document.format === 'markdown' ? parseMarkdown(document.text) : parsePlain(document.text)

/** Cuts at every heading; headings without text of their own go with the section that follows them. */
export function splitSections(blocks: readonly Block[]): readonly Section[] {
  const sections: { headings: string[]; blocks: Block[] }[] = [{ headings: [], blocks: [] }]
  let path: { depth: number; text: string }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const depth = block.depth ?? 1
      path = [...path.filter((heading) => heading.depth < depth), { depth, text: block.text }]
      openSection(
        sections,
        path.map((heading) => heading.text),
      )
    }
    sections.at(-1)?.blocks.push(block)
  }
  return sections.filter((section) => section.blocks.length > 0)
}

function openSection(sections: { headings: string[]; blocks: Block[] }[], headings: string[]): void {
  const last = sections.at(-1)
  if (last === undefined || last.blocks.some(hasText)) sections.push({ headings, blocks: [] })
  else last.headings = headings
}

/** Whether a block says something by itself: headings, anchors, rules and front matter do not. */
export const hasText = (block: Block): boolean => block.kind !== 'heading' && block.kind !== 'other'

function parsePlain(text: string): readonly Block[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/g)].map((match) => {
    const body = match[0].trimEnd()
    return {
      kind: 'paragraph',
      start: match.index,
      end: match.index + body.length,
      text: body.replaceAll(/\s+/g, ' '),
    }
  })
}

import type { Chunk } from '@assay/contracts'
import { parseMarkdown, type Block, type BlockPart } from '../../../knowledge/parse-markdown.ts'

/** Header and delimiter rows of the table that a chunk ends in: the next chunk may go on with its rows. */
export type OpenTable = { readonly documentId: string; readonly head: string } | null

/** A chunk's blocks; rows of a table that was cut in two get the header of its beginning. */
export function readChunkBlocks(chunk: Chunk, open: OpenTable): readonly Block[] {
  if (open?.documentId !== chunk.documentId || !/^\s*\|/.test(chunk.text) || headOf(chunk.text) !== null)
    return parseMarkdown(chunk.text)
  const prefix = `${open.head}\n`
  return parseMarkdown(prefix + chunk.text).map((block) => shiftBlock(block, prefix.length))
}

export function openTableOf(chunk: Chunk, before: OpenTable): OpenTable {
  if (!/^\s*\|.*$/m.test(chunk.text.trimEnd().split('\n').at(-1) ?? '')) return null
  const head = headOf(chunk.text) ?? (before?.documentId === chunk.documentId ? before.head : null)
  return head === null ? null : { documentId: chunk.documentId, head }
}

/** The last header and delimiter rows in the text. */
const headOf = (text: string): string | null =>
  [...text.matchAll(/^\|.*\n\|[ :|-]+\|?[ ]*$/gm)].at(-1)?.[0] ?? null

function shiftBlock(block: Block, by: number): Block {
  const shift = <T extends BlockPart>(part: T): T => ({
    ...part,
    start: Math.max(0, part.start - by),
    end: Math.max(0, part.end - by),
  })
  const { table, ...rest } = shift(block)
  return table === undefined
    ? rest
    : {
        ...rest,
        table: { header: table.header, rows: table.rows.map(({ cells }) => ({ cells: cells.map(shift) })) },
      }
}

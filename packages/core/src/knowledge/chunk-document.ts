import type { Chunk, SourceDocument } from '@assay/contracts'
import type { Hash } from '../ports/hash.ts'
import { cutBlock, type CountTokens } from './cut-block.ts'
import type { Block } from './parse-markdown.ts'
import { blocksOf, hasText, splitSections, type Section } from './split-sections.ts'
import { splitSentences, trimSpan, type Span } from './split-sentences.ts'

export interface ChunkingOptions {
  readonly maxTokens: number
  /** Whole sentences at the end of a passage that the next one of the same section repeats, at most this long. */
  readonly overlapTokens: number
}

export interface ChunkingTools {
  readonly countTokens: CountTokens
  /** ISO 639-1, or `null` when the text does not tell. */
  readonly detectLanguage: (text: string) => string | null
  readonly hash: Hash
}

export interface ChunkedDocument {
  readonly chunks: readonly Chunk[]
  readonly language: string | null
}

export const defaultChunking: ChunkingOptions = { maxTokens: 400, overlapTokens: 40 }

/** Passages shorter than this take the language of their document. */
const LANGUAGE_MIN_CHARACTERS = 200
const LANGUAGE_SAMPLE_CHARACTERS = 4000

export const documentId = (source: string, hash: Hash): string => `doc_${hash(source).slice(0, 16)}`

/**
 * Cuts a document along its structure. Each chunk is the raw slice `text[start, end)`; together they hold every
 * character that is not blank; none holds the text of two headings. `tokens` is the exact count of the slice; it may
 * pass `maxTokens` by the tokens that join pieces.
 */
export function chunkDocument(
  document: SourceDocument,
  options: ChunkingOptions,
  tools: ChunkingTools,
): ChunkedDocument {
  const blocks = blocksOf(document)
  const language = tools.detectLanguage(proseOf(blocks, LANGUAGE_SAMPLE_CHARACTERS))
  const drafts = splitSections(blocks).flatMap((section) =>
    packSection(document.text, section, options, tools.countTokens),
  )
  return { language, chunks: toChunks(document, drafts, language, tools) }
}

/** A piece of a section that is never cut again. */
interface Atom extends Span {
  readonly kind: Block['kind']
  readonly tokens: number
}

interface Draft extends Span {
  readonly headings: readonly string[]
  readonly blocks: readonly Block[]
  readonly kinds: ReadonlySet<Block['kind']>
}

function packSection(
  text: string,
  section: Section,
  options: ChunkingOptions,
  countTokens: CountTokens,
): Draft[] {
  const atoms = atomsOf(text, section.blocks, options, countTokens)
  return packAtoms(atoms, options.maxTokens).map((group, index, groups) => {
    const before = groups[index - 1]?.at(-1)
    const [first] = group
    const end = group.at(-1)?.end ?? 0
    const start = overlapStart(text, before, first, { options, countTokens }) ?? first?.start ?? 0
    const blocks = section.blocks.filter((block) => block.start < end && block.end > start)
    return { headings: section.headings, start, end, blocks, kinds: new Set(group.map((atom) => atom.kind)) }
  })
}

function atomsOf(
  text: string,
  blocks: readonly Block[],
  options: ChunkingOptions,
  countTokens: CountTokens,
): Atom[] {
  const count = ({ start, end }: Span): number => countTokens(text.slice(start, end))
  const headingTokens = blocks
    .filter((block) => !hasText(block))
    .reduce((sum, block) => sum + count(block), 0)
  const limit = Math.max(options.maxTokens - headingTokens - options.overlapTokens, options.maxTokens / 2)
  return blocks.flatMap((block) => {
    const span = trimSpan(text, block)
    if (span === null) return []
    const tokens = count(span)
    if (tokens <= options.maxTokens - headingTokens) return [{ ...span, kind: block.kind, tokens }]
    return cutBlock(text, { ...block, ...span }, limit, countTokens).map((piece) => ({
      ...piece,
      kind: block.kind,
      tokens: count(piece),
    }))
  })
}

/** Groups of about equal size, so that no crumb is left at the end. A group never ends with a heading. */
function packAtoms(atoms: readonly Atom[], maxTokens: number): Atom[][] {
  const total = atoms.reduce((sum, atom) => sum + atom.tokens, 0)
  const target = total / Math.max(1, Math.ceil(total / maxTokens))
  const groups: Atom[][] = []
  let tokens = 0
  let left = total
  for (const atom of atoms) {
    const group = groups.at(-1)
    const reached = tokens >= target * 0.9 && tokens + left > maxTokens
    const full = reached || tokens + atom.tokens > maxTokens
    if (group !== undefined && (!full || isOpen(group) || isMark(atom))) {
      group.push(atom)
      tokens += atom.tokens
    } else {
      groups.push([atom])
      tokens = atom.tokens
    }
    left -= atom.tokens
  }
  return groups
}

/** Whether what follows must stay with it: a heading, or anchors that stand before a text. */
const isOpen = (group: readonly Atom[]): boolean =>
  group.at(-1)?.kind === 'heading' || group.every((atom) => atom.kind === 'other')

/** Rules, anchors and comments: no passage of their own. */
const MARK_MAX_TOKENS = 20
const isMark = (atom: Atom): boolean => atom.kind === 'other' && atom.tokens <= MARK_MAX_TOKENS

/** Where a chunk starts when it repeats the last sentences before it; only from prose into prose. */
function overlapStart(
  text: string,
  before: Atom | undefined,
  first: Atom | undefined,
  { options, countTokens }: { options: ChunkingOptions; countTokens: CountTokens },
): number | null {
  if (before?.kind !== 'paragraph' || first?.kind !== 'paragraph' || options.overlapTokens === 0) return null
  let start: number | null = null
  let left = Math.min(options.overlapTokens, options.maxTokens - first.tokens)
  for (const sentence of splitSentences(text, before).toReversed()) {
    left -= countTokens(text.slice(sentence.start, sentence.end)) + 1
    if (left < 0 || sentence.start === before.start) return start
    start = sentence.start
  }
  return start
}

function toChunks(
  document: SourceDocument,
  drafts: readonly Draft[],
  language: string | null,
  tools: ChunkingTools,
): Chunk[] {
  const seen = new Map<string, number>()
  const id = documentId(document.source, tools.hash)
  return drafts.map((draft) => {
    const text = document.text.slice(draft.start, draft.end)
    const ordinal = seen.get(text) ?? 0
    seen.set(text, ordinal + 1)
    const prose = proseOf(draft.blocks, LANGUAGE_SAMPLE_CHARACTERS)
    const own = prose.length >= LANGUAGE_MIN_CHARACTERS ? tools.detectLanguage(prose) : null
    return {
      id: `chk_${tools.hash([document.source, String(ordinal), text].join('\0')).slice(0, 20)}`,
      documentId: id,
      source: document.source,
      titlePath: titlePath(document.title, draft.headings),
      text,
      start: draft.start,
      end: draft.end,
      page: pageAt(document.pageStarts, draft.start),
      language: own ?? language,
      tokens: tools.countTokens(text),
      kind: kindOf(draft.kinds),
    }
  })
}

const titlePath = (title: string | null, headings: readonly string[]): string[] =>
  title === null || headings[0] === title ? [...headings] : [title, ...headings]

function pageAt(pageStarts: readonly number[] | undefined, offset: number): number | null {
  if (pageStarts === undefined || pageStarts.length === 0) return null
  const after = pageStarts.findIndex((start) => start > offset)
  return Math.max(1, after === -1 ? pageStarts.length : after)
}

function kindOf(kinds: ReadonlySet<Block['kind']>): Chunk['kind'] {
  const content = [...kinds].filter((kind) => kind !== 'heading' && kind !== 'other' && kind !== 'definition')
  const names = new Set(content.map((kind) => (kind === 'paragraph' || kind === 'quote' ? 'prose' : kind)))
  if (names.size > 1) return 'mixed'
  const [only = 'prose'] = names
  return only === 'table' || only === 'list' || only === 'code' ? only : 'prose'
}

/** Running text first: lists and tables are often names and numbers, which tell no language. */
function proseOf(blocks: readonly Block[], limit: number): string {
  const running = blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'quote')
  const others = blocks.filter(
    (block) => block.kind === 'heading' || block.kind === 'list' || block.kind === 'table',
  )
  return [...running, ...others]
    .map((block) => block.text)
    .join('\n')
    .slice(0, limit)
}

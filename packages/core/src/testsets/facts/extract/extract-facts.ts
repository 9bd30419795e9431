import type { Chunk } from '@assay/contracts'
import type { Block } from '../../../knowledge/parse-markdown.ts'
import type { KnowledgeBase } from '../../../ports/knowledge-base.ts'
import { inlineText } from '../language/inline-text.ts'
import type { Domain } from '../prose/self-contained.ts'
import { readProse } from '../prose/read-prose.ts'
import type { Gap, Paraphrase, Triple } from '../triple.ts'
import { addTopic, addTopicToGap, addTopicToParaphrase } from './add-topic.ts'
import { openTableOf, readChunkBlocks, type OpenTable } from './chunk-blocks.ts'
import { readCodeHeading } from './heading-option.ts'
import { readList } from './list-triples.ts'
import { createScope } from './scope.ts'
import { readTable, type Extraction } from './table-triples.ts'

/** Every fact of the chunks that is understood whole, without doubles from overlapping chunks. */
export function extractFacts(chunks: KnowledgeBase['chunks'], domain: Domain): Extraction {
  const triples = new Map<string, Triple>()
  const paraphrases: Paraphrase[] = []
  const gaps: Gap[] = []
  let open: OpenTable = null
  for (const chunk of chunks) {
    const found = readChunk(chunk, readChunkBlocks(chunk, open), domain)
    open = openTableOf(chunk, open)
    for (const triple of found.triples) if (!triples.has(triple.id)) triples.set(triple.id, triple)
    paraphrases.push(...found.paraphrases)
    gaps.push(...found.gaps)
  }
  return {
    triples: [...triples.values()].map((triple) =>
      addTopic(triple, domain.topicOf(triple.source.documentId)),
    ),
    paraphrases: paraphrases.map((each) => addTopicToParaphrase(each, domain.topicOf(each.documentId))),
    gaps: gaps.map((gap) => addTopicToGap(gap, domain.topicOf(gap.documentId))),
  }
}

function readChunk(chunk: Chunk, blocks: readonly Block[], domain: Domain): Extraction {
  const headings = [...chunk.titlePath]
  const found: Extraction[] = []
  let leadIn = ''
  let headingStart: number | null = null
  if (isNavigation(chunk, blocks)) return { triples: [], paraphrases: [], gaps: [] }
  for (const block of blocks) {
    if (block.kind === 'heading')
      pushHeading(headings, inlineText(chunk.text.slice(block.start, block.end)).replace(/^#+\s*/, ''))
    else found.push(readBlock(chunk, block, { headings, leadIn, domain, headingStart }))
    if (block.kind === 'heading') headingStart = block.start
    leadIn =
      block.kind === 'paragraph'
        ? inlineText(chunk.text.slice(block.start, block.end))
        : block.kind === 'heading'
          ? ''
          : leadIn
  }
  found.push(readCodeHeading(chunk, blocks, headings, domain.lexicon))
  return {
    triples: found.flatMap((part) => part.triples),
    paraphrases: found.flatMap((part) => part.paraphrases),
    gaps: found.flatMap((part) => part.gaps),
  }
}

const pushHeading = (headings: string[], title: string): void => {
  if (headings.at(-1) !== title && title !== '') headings.push(title)
}

interface BlockContext {
  readonly headings: readonly string[]
  /** The paragraph before. */
  readonly leadIn: string
  readonly domain: Domain
  /** Where the heading above stands in the chunk, when it does. */
  readonly headingStart: number | null
}

function readBlock(chunk: Chunk, block: Block, context: BlockContext): Extraction {
  const { headingStart, domain } = context
  const { lexicon } = domain
  const scope = createScope(chunk, context.headings, lexicon)
  switch (block.kind) {
    case 'table':
      return readTable(chunk, block, context)
    case 'list':
      return withProseItems(
        chunk,
        block,
        context,
        readList(chunk, block, scope, { leadIn: context.leadIn, lexicon, headingStart }),
      )
    case 'paragraph':
      return isLabelParagraph(block)
        ? readList(
            chunk,
            { ...block, items: [{ text: block.text, start: block.start, end: block.end, level: 0 }] },
            scope,
            { leadIn: '', lexicon, headingStart },
          )
        : { ...readProse(chunk, block, context.domain), gaps: [] }
    default:
      return { triples: [], paraphrases: [], gaps: [] }
  }
}

/** A paragraph that is nothing but "Default: `x`". */
const isLabelParagraph = (block: Block): boolean =>
  /^[A-Z][\w ]{2,30}: \S[^\n]{0,60}$/.test(block.text) && !/\.\s/.test(block.text)

/** Bullets that are whole sentences are prose. */
function withProseItems(
  chunk: Chunk,
  block: Block,
  { domain }: { domain: Domain },
  labelled: Extraction,
): Extraction {
  const prose = (block.items ?? [])
    .filter((item) => /^[A-Z].*\.$/s.test(item.text))
    .map((item) =>
      readProse(chunk, { kind: 'paragraph', text: item.text, start: item.start, end: item.end }, domain),
    )
  return {
    triples: [...labelled.triples, ...prose.flatMap((part) => part.triples)],
    paraphrases: [...labelled.paraphrases, ...prose.flatMap((part) => part.paraphrases)],
    gaps: labelled.gaps,
  }
}

/** Link lists, tables of contents and changelogs carry no facts of their own. */
function isNavigation(chunk: Chunk, blocks: readonly Block[]): boolean {
  if (
    /\b(?:changelog|release notes|table of contents|contributors?|sponsors?|acknowledg)/i.test(
      chunk.titlePath.join(' / '),
    )
  )
    return true
  const lists = blocks.filter((block) => block.kind === 'list')
  const items = lists.flatMap((block) => block.items ?? [])
  const links = items.filter((item) =>
    /^\[[^\]]*\]\([^)]*\)\s*$/.test(
      chunk.text
        .slice(item.start, item.end)
        .replace(/^[-*+]\s+/, '')
        .trim(),
    ),
  )
  return (
    items.length >= 3 &&
    links.length * 2 > items.length &&
    blocks.filter((block) => block.kind === 'paragraph').length <= 1
  )
}

import type { List, ListItem, Nodes, RootContent, Table, TableCell } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'table'
  | 'list'
  | 'code'
  /** A link reference or footnote definition. */
  | 'definition'
  | 'quote'
  /** Front matter, rules, HTML and anchors without text of their own. */
  | 'other'

/** A piece of a block: its plain text and where its source stands in the document's text. */
export interface BlockPart {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** `start` and `end` are the item's own lines; nested items are parts of their own, with a higher `level`. */
export interface ListPart extends BlockPart {
  /** 0 for the outermost list. */
  readonly level: number
}

export interface TableParts {
  readonly header: readonly string[]
  readonly rows: readonly { readonly cells: readonly BlockPart[] }[]
}

/** A top-level block of Markdown. Blocks do not overlap and stand in the order of the text. */
export interface Block extends BlockPart {
  readonly kind: BlockKind
  /** 1 to 6, of headings. */
  readonly depth?: number
  readonly table?: TableParts
  readonly items?: readonly ListPart[]
}

/** Bare addresses stay text: finding them costs a third of the parsing and changes no plain text. */
const autolinkConstructs = ['wwwAutolink', 'protocolAutolink', 'emailAutolink']
const extensions = [gfm(), frontmatter(), { disable: { null: autolinkConstructs } }]
const [, ...gfmWithoutAutolinks] = gfmFromMarkdown()
const mdastExtensions = [gfmWithoutAutolinks, frontmatterFromMarkdown()]

/** CommonMark with GFM and front matter as a flat list of blocks; offsets count UTF-16 code units in `text`. */
export function parseMarkdown(text: string): readonly Block[] {
  return fromMarkdown(text, { extensions, mdastExtensions }).children.map(toBlock)
}

function toBlock(node: RootContent): Block {
  const span = spanOf(node)
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', ...span, depth: node.depth, text: plainText(node) }
    case 'paragraph':
      return { kind: isBlank(plainText(node)) ? 'other' : 'paragraph', ...span, text: plainText(node) }
    case 'table':
      return tableBlock(node)
    case 'list':
      return listBlock(node)
    case 'code':
      return { kind: 'code', ...span, text: node.value }
    case 'blockquote':
      return { kind: 'quote', ...span, text: node.children.map(plainText).join('\n') }
    case 'definition':
    case 'footnoteDefinition':
      return { kind: 'definition', ...span, text: plainText(node) }
    case 'html':
      return htmlBlock(node.value, span)
    default:
      return { kind: 'other', ...span, text: '' }
  }
}

function tableBlock(node: Table): Block {
  const [header, ...rows] = node.children
  const table = {
    header: (header?.children ?? []).map(plainText),
    rows: rows.map((row) => ({ cells: row.children.map(cellPart) })),
  }
  const lines = [table.header, ...table.rows.map((row) => row.cells.map((cell) => cell.text))]
  return { kind: 'table', ...spanOf(node), text: lines.map((line) => line.join(' | ')).join('\n'), table }
}

function cellPart(cell: TableCell): BlockPart {
  const { start } = spanOf(cell)
  const content = cell.children.length === 0 ? { start, end: start } : spanOfAll(cell.children)
  return { text: plainText(cell), ...content }
}

function listBlock(node: List): Block {
  const items = node.children.flatMap((item) => listParts(item, 0))
  return { kind: 'list', ...spanOf(node), text: items.map((item) => item.text).join('\n'), items }
}

function listParts(item: ListItem, level: number): ListPart[] {
  const own = item.children.filter((child) => child.type !== 'list')
  const prose = own.filter((child) => child.type !== 'code' && child.type !== 'table')
  const nested = item.children
    .filter((child) => child.type === 'list')
    .flatMap((list) => list.children.flatMap((child) => listParts(child, level + 1)))
  if (own.length === 0) return nested
  return [{ text: prose.map(plainText).join(' ').trim(), ...spanOfAll(own), level }, ...nested]
}

const htmlHeading = /^<h([1-6])\b[^>]*>(.*?)<\/h\1>\s*$/is

function htmlBlock(value: string, span: { start: number; end: number }): Block {
  const heading = htmlHeading.exec(value)
  const text = withoutTags(heading?.[2] ?? value)
  if (heading !== null && !isBlank(text)) return { kind: 'heading', ...span, depth: Number(heading[1]), text }
  return { kind: isBlank(text) ? 'other' : 'paragraph', ...span, text }
}

const withoutTags = (html: string): string =>
  html
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Words as read: links and emphasis gone, soft-wrapped lines joined. */
function plainText(node: Nodes): string {
  return collectText(node)
    .replaceAll(/[^\S\n]*\n\s*/g, ' ')
    .trim()
}

function collectText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : ''
    case 'break':
      return ' '
    case 'image':
      return node.alt ?? ''
    default:
      return 'children' in node ? node.children.map(collectText).join(separator(node.type)) : ''
  }
}

const containers = new Set(['blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition'])
const separator = (type: string): string => (containers.has(type) ? ' ' : '')

const isBlank = (text: string): boolean => text.trim() === ''

const spanOf = (node: Nodes): { start: number; end: number } => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
})

const spanOfAll = (nodes: readonly Nodes[]): { start: number; end: number } => ({
  start: Math.min(...nodes.map((node) => spanOf(node).start)),
  end: Math.max(...nodes.map((node) => spanOf(node).end)),
})

import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Address } from './judge-address.ts'

/** Raw HTML and where it starts in the text. */
export interface HtmlPart {
  readonly value: string
  readonly start: number
}

export interface MarkdownParts {
  readonly html: readonly HtmlPart[]
  readonly addresses: readonly Address[]
}

/** What a browser would load, link to or run when the text is shown as GitHub Markdown. Code is left out. */
export function readMarkdownParts(text: string): MarkdownParts {
  const [html, addresses]: [HtmlPart[], Address[]] = [[], []]
  const images = new Set<string>()
  const visit = (node: Nodes) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    if (node.type === 'html') html.push({ value: node.value, start })
    if (node.type === 'image') addresses.push({ kind: 'image', url: node.url, start, end })
    if (node.type === 'link') addresses.push({ kind: 'link', url: node.url, start, end })
    if (node.type === 'definition') {
      const kind = images.has(node.identifier) ? 'image' : 'link'
      addresses.push({ kind, url: node.url, start, end })
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  collectImageReferences(tree, images)
  visit(tree)
  return { html, addresses }
}

/** A definition may stand before its image. */
function collectImageReferences(node: Nodes, images: Set<string>): void {
  if (node.type === 'imageReference') images.add(node.identifier)
  if ('children' in node) for (const child of node.children) collectImageReferences(child, images)
}

import { ok } from '@assay/core'
import { Readability } from '@mozilla/readability'
import { decodeText } from './decode-text.ts'
import { unreadable, type Parser } from './document-source.ts'
import { parseDom, type DomDocument, type DomElement } from './parse-dom.ts'
import { elementToMarkdown, levelAttribute } from './element-to-markdown.ts'

/** What surrounds the text of a page and is not part of it. */
const surroundings =
  'script, style, noscript, template, nav, header, footer, aside, form, iframe, [hidden], [aria-hidden="true"]'

/** Readability's choice is kept only when it holds at least this share of the page's text and of its headings. */
const MIN_KEPT_SHARE = 0.5

/** The main text of a page as Markdown, headings, tables, lists and code kept. */
export const parseHtml: Parser = async function* (raw) {
  const html = decodeText(raw.bytes)
  if (html === null) {
    yield unreadable(raw.source, 'The file is binary')
    return
  }
  const document = parseDom(html)
  const title = document.querySelector('title')?.textContent.trim() ?? ''
  const text = elementToMarkdown(mainElement(html, document))
  if (text === '') yield unreadable(raw.source, 'The page holds no text')
  else yield ok({ source: raw.source, title: title || firstHeading(text), text, format: 'markdown' })
}

/** HTML as other formats are turned into (DOCX): no page around the text. */
export const htmlToMarkdown = (html: string): string => elementToMarkdown(parseDom(html).body)

export const firstHeading = (markdown: string): string | null => /^#{1,2} (.+)$/m.exec(markdown)?.[1] ?? null

function mainElement(html: string, document: DomDocument): DomElement {
  const marked = [...document.querySelectorAll('main, [role="main"]')]
  const articles = [...document.querySelectorAll('article')]
  for (const element of document.querySelectorAll(surroundings)) element.remove()
  const [main] = marked.length === 1 ? marked : articles.length === 1 ? articles : []
  return main ?? readableElement(html, document.body) ?? document.body
}

function readableElement(html: string, body: DomElement): DomElement | null {
  const document = parseDom(html)
  for (const heading of document.querySelectorAll('h1')) heading.setAttribute(levelAttribute, '1')
  const reader = new Readability<DomElement>(document, { serializer: toElement, keepClasses: true })
  const content = reader.parse()?.content
  if (content === null || content === undefined) return null
  const count = (element: DomElement, selector: string): number =>
    [...element.querySelectorAll(selector)].length + 1
  const kept = [
    content.textContent.trim().length / Math.max(1, body.textContent.trim().length),
    count(content, 'h1, h2, h3, h4') / count(body, 'h1, h2, h3, h4'),
    count(content, 'tr, pre') / count(body, 'tr, pre'),
  ]
  return kept.every((share) => share >= MIN_KEPT_SHARE) ? content : null
}

const toElement = (node: unknown): DomElement => node as DomElement

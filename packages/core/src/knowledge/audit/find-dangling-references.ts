import { placeOf, type AuditDocument } from './audit-document.ts'
import type { Finding, FindingPlace } from './finding.ts'

interface Reference {
  readonly target: string
  readonly message: string
  readonly place: FindingPlace
}

/** Links to documents and headings that are not there, and named or numbered sections that are not there. */
export function findDanglingReferences(documents: readonly AuditDocument[]): readonly Finding[] {
  const anchors = new Map(documents.map((document) => [document.record.source, anchorsOf(document)]))
  const dangling = documents
    .filter(({ record }) => record.format === 'markdown')
    .flatMap((document) => [...danglingLinks(document, anchors), ...danglingSections(document)])
  return [...Map.groupBy(dangling, (reference) => reference.target).values()].map((references) => ({
    kind: 'dangling-reference',
    severity: 'medium',
    message: references[0]?.message ?? '',
    places: references.map((reference) => reference.place),
  }))
}

type Anchors = ReadonlyMap<string, ReadonlySet<string>>

const linkPattern =
  /(?<!!)\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\)[^()\s]*)?)>?(?:\s+["'][^)]*)?\)|^ {0,3}\[[^\]^]+\]:\s*<?(\S+?)>?\s*$/gm
const documentEnding = /\.(?:md|mdx|markdown|html?|txt|rst|adoc|pdf|docx)$/i

function danglingLinks(document: AuditDocument, anchors: Anchors): Reference[] {
  const text = withoutCode(document)
  return [...text.matchAll(linkPattern)].flatMap((match) => {
    const href = decode(match[1] ?? match[2] ?? '')
    const problem = checkLink(href, document.record.source, anchors)
    if (problem === null) return []
    const place = placeOf(document, { start: match.index, end: match.index + match[0].length })
    return [{ ...problem, place }]
  })
}

function checkLink(href: string, from: string, anchors: Anchors): Omit<Reference, 'place'> | null {
  if (/^(?:[a-z][a-z+.-]*:|\/)/i.test(href) || href === '' || /^https?:/i.test(from)) return null
  const [path = '', fragment = ''] = href.split('#', 2)
  const source = path === '' ? from : resolvePath(from, path.replace(/\?.*$/, ''))
  if (source === null) return null
  const known = anchors.get(source)
  if (known === undefined) {
    if (!documentEnding.test(source)) return null
    return { target: source, message: `A link leads to ${source}, which is not in the knowledge base` }
  }
  if (fragment === '' || known.has(fragment) || known.has(fragment.toLowerCase())) return null
  return {
    target: `${source}#${fragment}`,
    message: `A link leads to #${fragment} of ${source}, where no such heading or anchor is`,
  }
}

/** `null` for what lies outside the root. */
function resolvePath(from: string, path: string): string | null {
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..' && parts.length === 0) return null
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** As GitHub makes them from headings, with -1, -2 for repeated ones, and ids written in HTML or `{#id}`. */
function anchorsOf({ blocks, text }: AuditDocument): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const { block } of blocks) {
    if (block.kind !== 'heading') continue
    const slug = block.text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    let name = slug
    for (let count = 1; anchors.has(name); count += 1) name = `${slug}-${count}`
    anchors.add(name)
  }
  const written = text.matchAll(/<[a-z][^>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]+)|\{#([\w-]+)\}/gi)
  for (const [, html, attribute] of written) anchors.add(html ?? attribute ?? '')
  return anchors
}

/** The text with code blanked out, offsets kept: links in examples are no links. */
function withoutCode({ text, blocks }: AuditDocument): string {
  const pieces: string[] = []
  let position = 0
  for (const { block } of blocks) {
    if (block.kind !== 'code') continue
    pieces.push(text.slice(position, block.start), ' '.repeat(block.end - block.start))
    position = block.end
  }
  const prose = pieces.join('') + text.slice(position)
  return prose.replaceAll(codeInText, (code) => code.replaceAll(/[()[\]]/g, ' '))
}

/** Code spans, and fences inside lists and quotes. */
const codeInText = /(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)|^ *```[\s\S]*?^ *```/gm

const sectionPattern =
  /\b(?:see|in|under|refer to|described in)\s+(?:the\s+)?(?:section|chapter)\s+(?:(\d+(?:\.\d+)*)|["“]([^"”\n]{3,60})["”])/gi

/** Only where the document's own headings are numbered, or the section is named in quotation marks. */
function danglingSections(document: AuditDocument): Reference[] {
  const headings = document.blocks
    .filter(({ block }) => block.kind === 'heading')
    .map(({ block }) => block.text)
  const numbers = new Set(
    headings.map((heading) => /^\d+(?:\.\d+)*/.exec(heading)?.[0]).filter((number) => number !== undefined),
  )
  const names = headings.map((heading) => heading.toLowerCase())
  return [...withoutCode(document).matchAll(sectionPattern)].flatMap((match) => {
    const [whole, number, name] = match
    const there =
      number === undefined
        ? names.some((heading) => heading.includes((name ?? '').toLowerCase()))
        : numbers.size === 0 || numbers.has(number)
    if (there) return []
    const place = placeOf(document, { start: match.index, end: match.index + whole.length })
    const section = number ?? `"${name}"`
    return [
      {
        target: `${document.record.source} section ${section}`,
        message: `The text names section ${section}, which ${document.record.source} does not have`,
        place,
      },
    ]
  })
}

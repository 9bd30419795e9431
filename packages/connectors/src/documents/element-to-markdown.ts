import type { DomElement, DomNode } from './parse-dom.ts'

/** Markdown of a DOM subtree. Not a full converter: what a passage and a question need is kept, layout is not. */
export function elementToMarkdown(element: DomElement): string {
  return blocksOf(element)
    .join('\n\n')
    .replaceAll(/[^\S\n]+$/gm, '')
    .trim()
}

/** A heading's own level, where a reader changes its tag: Readability makes every h1 an h2. */
export const levelAttribute = 'data-level'

const ELEMENT = 1
const TEXT = 3
const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'NAV',
  'BUTTON',
  'SVG',
  'IFRAME',
  'HEAD',
  'TITLE',
])
const blockTags = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HR HTML LI MAIN MENU OL P PRE SECTION SUMMARY TABLE UL'
  ).split(' '),
)

const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT
const tagOf = (node: DomNode): string => node.nodeName.toUpperCase()
const isBlock = (node: DomNode): boolean => isElement(node) && blockTags.has(tagOf(node))

/** The blocks below an element; runs of inline content between them are paragraphs. */
function blocksOf(element: DomElement): string[] {
  const blocks: string[] = []
  let inline: DomNode[] = []
  const flush = (): void => {
    const text = guardLineStart(inlineText(inline).trim())
    if (text !== '') blocks.push(text)
    inline = []
  }
  for (const node of element.childNodes) {
    if (skipped.has(tagOf(node))) continue
    if (!isBlock(node) && !holdsBlock(node)) {
      inline.push(node)
      continue
    }
    flush()
    if (isElement(node)) blocks.push(...blockToMarkdown(node))
  }
  flush()
  return blocks
}

const holdsBlock = (node: DomNode): boolean =>
  isElement(node) && [...node.querySelectorAll('*')].some((inner) => blockTags.has(tagOf(inner)))

function blockToMarkdown(element: DomElement): string[] {
  const tag = tagOf(element)
  const level = /^H([1-6])$/.exec(tag)?.[1]
  if (level !== undefined)
    return headingToMarkdown(element, Number(element.getAttribute(levelAttribute) ?? level))
  switch (tag) {
    case 'PRE':
      return [codeToMarkdown(element)]
    case 'UL':
    case 'OL':
    case 'MENU':
      return [listToMarkdown(element)].filter(Boolean)
    case 'DL':
      return [definitionsToMarkdown(element)].filter(Boolean)
    case 'TABLE':
      return tableToMarkdown(element)
    case 'BLOCKQUOTE':
      return [blocksOf(element).join('\n\n').replaceAll(/^/gm, '> ')].filter((text) => text !== '> ')
    case 'HR':
      return []
    default:
      return blocksOf(element)
  }
}

function headingToMarkdown(element: DomElement, level: number): string[] {
  const text = inlineText([...element.childNodes])
    .replaceAll(/\[[#¶§]\]\([^)]*\)|[¶]/g, '')
    .trim()
  return text === '' ? [] : [`${'#'.repeat(level)} ${text}`]
}

function codeToMarkdown(element: DomElement): string {
  const classes = `${element.className} ${element.querySelector('code')?.className ?? ''}`
  const language = /\b(?:language|lang|highlight-source)-([\w+#-]+)/.exec(classes)?.[1] ?? ''
  const code = element.textContent.replace(/^\n/, '').trimEnd()
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

function listToMarkdown(list: DomElement): string {
  const ordered = tagOf(list) === 'OL'
  const first = Number(list.getAttribute('start') ?? 1)
  const items = [...list.children].filter((child) => tagOf(child) === 'LI')
  return items
    .map((item, index) => {
      const marker = ordered ? `${first + index}. ` : '- '
      return marker + indentBelow(tightBlocks(blocksOf(item)), marker.length)
    })
    .join('\n')
}

/** A nested list follows its item's text directly; other blocks keep their blank line. */
const tightBlocks = (blocks: readonly string[]): string =>
  blocks.reduce(
    (text, block) => text + (text === '' ? '' : /^(?:-|\d+\.) /.test(block) ? '\n' : '\n\n') + block,
    '',
  )

const indentBelow = (text: string, width: number): string =>
  text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`)

/** `- term: definition`, the form Markdown's writers use. */
function definitionsToMarkdown(list: DomElement): string {
  const lines: string[] = []
  let term = ''
  for (const child of list.querySelectorAll('dt, dd')) {
    const text = inlineText([...child.childNodes]).trim()
    if (tagOf(child) === 'DT') term = text
    else lines.push(`- ${term === '' ? '' : `${term}: `}${text}`)
  }
  return lines.join('\n')
}

function tableToMarkdown(table: DomElement): string[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const cells = rows.map((row) => [...row.children].filter((cell) => /^T[HD]$/.test(tagOf(cell))))
  const isLayout =
    table.querySelector('table, h1, h2, h3, pre') !== null || cells.every((row) => row.length < 2)
  if (isLayout) return cells.flat().flatMap(blocksOf)
  const [header = [], ...body] = cells.map((row) => row.flatMap(cellTexts))
  const width = Math.max(header.length, ...body.map((row) => row.length))
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`
  const caption = table.querySelector('caption')?.textContent.trim() ?? ''
  const rule = `|${' --- |'.repeat(width)}`
  return [...(caption === '' ? [] : [caption]), [line(header), rule, ...body.map(line)].join('\n')]
}

function cellTexts(cell: DomElement): string[] {
  const blocks = blocksOf(cell).join(' ')
  const text = blocks
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', String.raw`\|`)
    .trim()
  const span = Math.min(50, Math.max(1, Number(cell.getAttribute('colspan') ?? 1) || 1))
  return Array.from({ length: span }, () => text)
}

function inlineText(nodes: readonly DomNode[]): string {
  return nodes
    .map(inlineToMarkdown)
    .join('')
    .replaceAll(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
}

function inlineToMarkdown(node: DomNode): string {
  if (node.nodeType === TEXT) return escapeInline((node.textContent ?? '').replaceAll(/\s+/g, ' '))
  if (!isElement(node) || skipped.has(tagOf(node))) return ''
  const inner = (): string => inlineText([...node.childNodes])
  switch (tagOf(node)) {
    case 'BR':
      return '\n'
    case 'CODE':
    case 'KBD':
    case 'SAMP':
      return codeSpan(node.textContent)
    case 'STRONG':
    case 'B':
      return surround(inner(), '**')
    case 'EM':
    case 'I':
      return surround(inner(), '*')
    case 'A':
      return link(inner(), node.getAttribute('href') ?? '')
    case 'IMG':
      return escapeInline(node.getAttribute('alt') ?? '')
    default:
      return inner()
  }
}

/** Only what would change the meaning of the text, so that identifiers stay as they are written. */
const escapeInline = (text: string): string => text.replaceAll(/[\\*`<]|(?<!\w)_|_(?!\w)/g, String.raw`\$&`)

const guardLineStart = (text: string): string =>
  text.replaceAll(/^(?=#{1,6} |[-+] |>)|(?<=^\d+)(?=[.)] )/gm, '\\')

function codeSpan(text: string): string {
  const code = text.replaceAll(/\s+/g, ' ')
  if (code.trim() === '') return code
  return code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``
}

function surround(text: string, mark: string): string {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.startsWith('*')) return text
  return text.replace(trimmed, () => `${mark}${trimmed}${mark}`)
}

function link(text: string, href: string): string {
  const label = text.replaceAll(/\s+/g, ' ').trim()
  const named = label !== '' && href !== '' && !/^(?:javascript|data):/i.test(href)
  return named ? text.replace(text.trim(), () => `[${label}](${href.replaceAll(' ', '%20')})`) : text
}

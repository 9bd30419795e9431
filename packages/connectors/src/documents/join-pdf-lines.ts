/** A line of a page; `y` is its base line, counted upwards, in points. */
export interface PdfLine {
  readonly text: string
  readonly y: number
  readonly height: number
}

/** A gap this many times the usual one begins a paragraph. */
const PARAGRAPH_GAP = 1.35
/** First and last lines that stand on this share of the pages are running heads, page numbers included. */
const RUNNING_SHARE = 0.6
const RUNNING_MIN_PAGES = 4

/** Paragraphs of all pages, soft-wrapped and hyphenated lines joined; where each page starts. */
export function joinPdfLines(pages: readonly (readonly PdfLine[])[]): { text: string; pageStarts: number[] } {
  const running = runningLines(pages)
  const pageStarts: number[] = []
  let text = ''
  for (const lines of pages) {
    const own = lines.filter((line, index) => !(isEdge(lines, index) && running.has(shapeOf(line.text))))
    const page = joinPage(own)
    const glue = page === '' || text === '' ? '' : continues(text, page) ? ' ' : '\n\n'
    pageStarts.push(text.length + glue.length)
    text += glue + page
  }
  return { text, pageStarts }
}

/** A page of one or two lines has no room for running heads. */
const isEdge = (lines: readonly PdfLine[], index: number): boolean =>
  lines.length > 2 && (index === 0 || index === lines.length - 1)

function runningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const lines of pages) {
    const edges = new Set([lines[0], lines.at(-1)].map((line) => shapeOf(line?.text ?? '')))
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  const needed = Math.max(RUNNING_MIN_PAGES, pages.length * RUNNING_SHARE)
  return new Set([...counts].filter(([, count]) => count >= needed).map(([shape]) => shape))
}

/** Page numbers differ; all else of a running head is the same. */
const shapeOf = (text: string): string => text.replaceAll(/\d+/g, '0')

function joinPage(lines: readonly PdfLine[]): string {
  const usual = usualGap(lines)
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    text = before === undefined ? line.text : joinLine(text, line, startsParagraph(before, line, usual))
  }
  return text
}

function joinLine(text: string, line: PdfLine, paragraph: boolean): string {
  if (paragraph) return `${text}\n\n${line.text}`
  if (/^(?:[•●▪‣–-]|\d{1,2}[.)]) /.test(line.text)) return `${text}\n${line.text}`
  if (/\p{L}[-\u00AD]$/u.test(text) && /^\p{Ll}/u.test(line.text)) return text.slice(0, -1) + line.text
  return `${text} ${line.text}`
}

function startsParagraph(before: PdfLine, line: PdfLine, usual: number): boolean {
  const gap = before.y - line.y
  const resized = Math.abs(before.height - line.height) > 0.15 * Math.max(before.height, line.height)
  return gap < 0 || gap > usual * PARAGRAPH_GAP || (resized && gap > 0)
}

/** The lower quartile of the gaps: lines within a paragraph stand closest, and most often. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
    .sort((left, right) => left - right)
  return gaps[Math.floor(gaps.length / 4)] ?? Number.POSITIVE_INFINITY
}

/** A sentence that runs over the end of a page. */
const continues = (text: string, page: string): boolean => /[\p{Ll},;]$/u.test(text) && /^\p{Ll}/u.test(page)

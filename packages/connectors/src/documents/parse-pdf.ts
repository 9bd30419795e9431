import { ok } from '@assay/core'
import { unreadable, type Parser } from './document-source.ts'
import { joinPdfLines, type PdfLine } from './join-pdf-lines.ts'

/** PDF, page by page: only the text of a page is kept once it has been read. */
export const parsePdf: Parser = async function* (raw) {
  try {
    const { pages, title } = await readPages(raw.bytes)
    const { text, pageStarts } = joinPdfLines(pages)
    if (text === '') yield unreadable(raw.source, 'It holds no text; it may be scanned pages')
    else yield ok({ source: raw.source, title, text, format: 'plain', pageStarts })
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException'
    yield unreadable(
      raw.source,
      encrypted ? 'It is protected by a password' : 'It is not a readable PDF',
      String(error),
    )
  }
}

async function readPages(bytes: Uint8Array): Promise<{ pages: PdfLine[][]; title: string | null }> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  try {
    const pages: PdfLine[][] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(toLines(items.filter((item) => 'str' in item)))
      page.cleanup()
    }
    const { info } = await pdf.getMetadata()
    const title: unknown = 'Title' in info ? info.Title : null
    return { pages, title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

interface TextItem {
  readonly str: string
  readonly hasEOL: boolean
  readonly height: number
  /** a, b, c, d, x, y. */
  readonly transform: readonly unknown[]
}

function toLines(items: readonly TextItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let text = ''
  let top: { y: number; height: number } | null = null
  const flush = (): void => {
    const line = text.replaceAll(/\s+/g, ' ').trim()
    if (line !== '') lines.push({ text: line, ...(top ?? { y: 0, height: 0 }) })
    text = ''
    top = null
  }
  for (const item of items) {
    if (item.str.trim() !== '') top ??= { y: Number(item.transform[5]), height: item.height }
    text += item.str
    if (item.hasEOL) flush()
  }
  flush()
  return lines
}

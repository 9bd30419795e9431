import { ok } from '@assay/core'
import { unreadable, type Parser } from './document-source.ts'
import { firstHeading, htmlToMarkdown } from './parse-html.ts'

/** Word documents: headings by their style, tables and lists kept, images left out. */
export const parseDocx: Parser = async function* (raw) {
  const { default: mammoth } = await import('mammoth')
  let html = ''
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(raw.bytes) }, { convertImage })).value
  } catch (error) {
    yield unreadable(raw.source, 'It is not a readable Word document', String(error))
    return
  }
  const text = htmlToMarkdown(html)
  if (text === '') yield unreadable(raw.source, 'The document holds no text')
  else yield ok({ source: raw.source, title: firstHeading(text), text, format: 'markdown' })
}

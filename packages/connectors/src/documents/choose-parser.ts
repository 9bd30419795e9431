import { extname } from 'node:path'
import type { Parser } from './document-source.ts'
import { parseCsv } from './parse-csv.ts'
import { parseDocx } from './parse-docx.ts'
import { parseJsonFile, parseJsonLines } from './parse-json.ts'
import { parsePdf } from './parse-pdf.ts'
import { parseMarkdownFile, parsePlainFile } from './parse-text.ts'

/** Loaded when the first page is met: Readability and a DOM. */
const parseHtml: Parser = async function* (raw, options) {
  const module = await import('./parse-html.ts')
  yield* module.parseHtml(raw, options)
}

const byExtension: Readonly<Record<string, Parser>> = {
  '.md': parseMarkdownFile,
  '.markdown': parseMarkdownFile,
  '.mdx': parseMarkdownFile,
  '.html': parseHtml,
  '.htm': parseHtml,
  '.xhtml': parseHtml,
  '.pdf': parsePdf,
  '.docx': parseDocx,
  '.csv': parseCsv,
  '.tsv': parseCsv,
  '.json': parseJsonFile,
  '.jsonl': parseJsonLines,
  '.ndjson': parseJsonLines,
}

const byContentType: Readonly<Record<string, Parser>> = {
  'text/html': parseHtml,
  'application/xhtml+xml': parseHtml,
  'text/markdown': parseMarkdownFile,
  'application/pdf': parsePdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': parseDocx,
  'text/csv': parseCsv,
  'text/tab-separated-values': parseCsv,
  'application/json': parseJsonFile,
  'application/jsonl': parseJsonLines,
  'application/x-ndjson': parseJsonLines,
}

/** By the kind the server names, else by the name's ending; what neither knows is plain text, or binary. */
export function chooseParser(path: string, contentType: string | null = null): Parser {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return byContentType[type] ?? byExtension[extname(path).toLowerCase()] ?? parsePlainFile
}

import { ok } from '@assay/core'
import { decodeText } from './decode-text.ts'
import { unreadable, type Parser } from './document-source.ts'

export const parsePlainFile: Parser = async function* (raw) {
  const text = decodeText(raw.bytes)
  if (text === null) yield unreadable(raw.source, 'The file is binary')
  else if (text.trim() === '') yield unreadable(raw.source, 'The file is empty')
  else yield ok({ source: raw.source, title: null, text, format: 'plain' })
}

export const parseMarkdownFile: Parser = async function* (raw) {
  const text = decodeText(raw.bytes)
  if (text === null) yield unreadable(raw.source, 'The file is binary')
  else if (text.trim() === '') yield unreadable(raw.source, 'The file is empty')
  else yield ok({ source: raw.source, title: titleOf(text), text, format: 'markdown' })
}

/** The front matter's title, else the first heading when it is of the first level. */
function titleOf(text: string): string | null {
  const frontMatter = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)?.[1] ?? ''
  const named = /^title:\s*(?:"([^"]+)"|'([^']+)'|(.+))$/m.exec(frontMatter)
  const heading = /^(?:---\n[\s\S]*?\n---\n)?\s*(?:# +(.+?)(?: +#+)?|<h1[^>]*>(.+?)<\/h1>)\s*$/m.exec(
    firstBlock(text),
  )
  const title = named?.[1] ?? named?.[2] ?? named?.[3] ?? heading?.[1] ?? heading?.[2]
  return title === undefined ? null : plainInline(title)
}

const firstBlock = (text: string): string =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .trimStart()
    .split('\n', 1)[0] ?? ''

const plainInline = (markdown: string): string =>
  markdown
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*`]|\\(?=[^\w\s])/g, '')
    .trim()

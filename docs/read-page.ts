import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** One fenced block: ` ```sh no-run: needs a key ` has the language `sh` and the info `no-run: needs a key`. */
export interface Block {
  readonly language: string
  readonly info: string
  readonly text: string
  /** Of the fence, from 1. */
  readonly line: number
}

export interface Page {
  /** Relative to the repository. */
  readonly name: string
  readonly text: string
  readonly blocks: readonly Block[]
}

/** The pages that users read. Decision records are for contributors; the reference is generated and holds no commands. */
export const readGuide = (): readonly Page[] =>
  ['README.md', ...globSync('docs/**/*.md', { cwd: root })]
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/^docs\/(?:decisions|reference)\//.test(name))
    .toSorted()
    .map(readPage)

export function readPage(name: string): Page {
  const text = readFileSync(join(root, name), 'utf8')
  return { name, text, blocks: readBlocks(text) }
}

function readBlocks(text: string): readonly Block[] {
  const fences = text.matchAll(/^```(\w+)(?: +(.*))?\n([\s\S]*?)^```$/gm)
  return [...fences].map(([, language = '', info = '', body = '', ...rest]) => ({
    language,
    info,
    text: body,
    line: text.slice(0, Number(rest[0])).split('\n').length,
  }))
}

import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

/** Each file after those it imports. */
const files = [
  'html',
  'mark-text',
  'page',
  'case-view',
  'explorer-state',
  'explorer-address',
  'explorer-form',
  'case-list',
  'explorer-view',
  'explorer',
  'theme',
  'shortcuts',
  'print',
  'main',
] as const

/** TypeScript from source, JavaScript in a published package. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

let built: string | null = null

/** The page's own script as one text: the files of `client/` without types, imports and exports. */
export function buildPageScript(): string {
  built ??= `(() => {\n'use strict'\n${files.map(readClientFile).join('\n')}\n})()`
  return built
}

function readClientFile(name: string): string {
  const source = readFileSync(new URL(`client/${name}${extension}`, import.meta.url), 'utf8')
  return (extension === '.ts' ? stripTypes(source) : source)
    .replace(/^import\s[^;]*?\sfrom\s*['"]\.\/[^'"]+['"];?$/gms, '')
    .replace(/^export\s+(?=const|let|function|async|class)/gm, '')
    .replace(/^[ \t]*\/\*\*.*?\*\/[ \t]*$/gms, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** Node announces the stripping of types as experimental on standard error; that is not for the readers of a report. */
function stripTypes(source: string): string {
  const emitWarning: unknown = Reflect.get(process, 'emitWarning')
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    Reflect.set(process, 'emitWarning', emitWarning)
  }
}

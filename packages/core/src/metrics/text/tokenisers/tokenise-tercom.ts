import { findWords } from './split-whitespace.ts'
import type { Tokens } from './tokens.ts'

export interface TercomOptions {
  /** Split punctuation off and decode XML entities. Default false. */
  readonly normalized?: boolean
  /** Drop punctuation. Default false. */
  readonly noPunct?: boolean
  /** With `normalized`, split Chinese and Japanese to characters; with `noPunct`, drop their punctuation too. Default false. */
  readonly asianSupport?: boolean
  /** Default false: texts are lower-cased. */
  readonly caseSensitive?: boolean
}

/** Tercom's tokenisation as sacreBLEU has it. */
export function tokeniseTercom(text: string, options: TercomOptions): Tokens {
  let line = options.caseSensitive === true ? text : text.toLowerCase()
  const asian = options.asianSupport === true
  if (options.normalized === true && line !== '') line = asian ? splitAsian(normalise(line)) : normalise(line)
  if (options.noPunct === true) {
    line = line.replaceAll(/[.,?:;!"()]/g, '')
    if (asian) line = line.replaceAll(ASIAN_PUNCTUATION, '').replaceAll(FULL_WIDTH_PUNCTUATION, '')
  }
  return findWords(line)
}

const ASIAN_PUNCTUATION = /[\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb]/g
const FULL_WIDTH_PUNCTUATION = /[\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09]/g

function normalise(text: string): string {
  const line = text
    .replaceAll('\n-', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  return ` ${line} `
    .replaceAll(/[{-~[-` -&(-+:-@/]/g, ' $& ')
    .replaceAll("'s ", " 's ")
    .replaceAll(/([^0-9])([.,])/g, '$1 $2 ')
    .replaceAll(/([.,])([^0-9])/g, ' $1 $2')
    .replaceAll(/([0-9])(-)/g, '$1 $2 ')
}

/** The blocks of the original, the range that starts at the enclosed letters (U+3200–U+3F22) included as it stands there. */
function splitAsian(line: string): string {
  return line
    .replaceAll(/[\u4e00-\u9fff\u3400-\u4dbf]/g, ' $& ')
    .replaceAll(/[\u31c0-\u31ef\u2e80-\u2eff]/g, ' $& ')
    .replaceAll(/[\u3300-\u33ff\uf900-\ufaff\ufe30-\ufe4f]/g, ' $& ')
    .replaceAll(/[\u3200-\u3f22]/g, ' $& ')
    .replaceAll(/(^|^[\u3040-\u309f])([\u3040-\u309f]+)(?=$|^[\u3040-\u309f])/g, '$1 $2 ')
    .replaceAll(/(^|^[\u30a0-\u30ff])([\u30a0-\u30ff]+)(?=$|^[\u30a0-\u30ff])/g, '$1 $2 ')
    .replaceAll(/(^|^[\u31f0-\u31ff])([\u31f0-\u31ff]+)(?=$|^[\u31f0-\u31ff])/g, '$1 $2 ')
    .replaceAll(ASIAN_PUNCTUATION, ' $& ')
    .replaceAll(FULL_WIDTH_PUNCTUATION, ' $& ')
}

export interface Statement {
  /** [start, end) in UTF-16 code units of the text. */
  readonly start: number
  readonly end: number
  /** Lower-cased, straight apostrophes, no emphasis; what is quoted and code is left out. */
  readonly words: string
  /** An item of a list, a heading, or a numbered step. */
  readonly isItem: boolean
}

/** What the text itself says, statement by statement: what it quotes and code are not its own words. */
export function readStatements(text: string): readonly Statement[] {
  const own = blankOthers(text)
  const statements: Statement[] = []
  let start = 0
  for (const { index, 0: mark } of own.matchAll(ends)) {
    push(statements, own, start, index + mark.trimEnd().length)
    start = index + mark.length
  }
  push(statements, own, start, own.length)
  return statements
}

/** Closing punctuation of any script but for that of a list's number, line ends, and where the thought turns. */
const ends =
  /(?<![.!?]|^\W{0,4}\d{1,2})[.!?]+["'”’)\]*]*(?=\s|$)|[。！？।؟۔]+|\n+|;\s|[,;]?\s(?=(?:but|however|although|though|yet)\b)/gimu

/** Longer ones are no sentences; what comes after is not read. */
const longestStatement = 600

function push(statements: Statement[], own: string, from: number, to: number): void {
  const slice = own.slice(from, to)
  if (!/[\p{L}\p{N}]/u.test(slice)) return
  const start = from + slice.length - slice.trimStart().length
  const end = from + slice.trimEnd().length
  const words = plain(own.slice(start, Math.min(end, start + longestStatement)))
  statements.push({ start, end, words, isItem: listItem.test(own.slice(start, start + 12)) })
}

const listItem = /^(?:[-*•]\s|#{1,6}\s|\**\(?\d{1,2}[.)]|\**step \d|[a-h]\)\s)/iu

/** Without what it quotes and code; of the same length, so that places stay. A text that is nothing but one quotation says it itself. */
export function blankOthers(text: string): string {
  let quotations = 0
  const blanked = text.replace(othersWords, (found) => {
    quotations += 1
    return found.replace(/[^\n]/gu, (one) => ' '.repeat(one.length))
  })
  return quotations === 1 && !/\p{L}/u.test(blanked) ? text : blanked
}

/** Code, quoted lines, and quotations, also those that a paragraph's end leaves open. */
const othersWords =
  /```[\s\S]*?(?:```|(?![\s\S]))|`[^`\n]{1,300}`|^>[^\n]*|„[^„“”\n]{1,2000}[“”]|“[^“”\n]{1,2000}(?:”|$)|«[^«»\n]{1,2000}(?:»|$)|「[^「」\n]{1,2000}」|(?<=^|[\s([—–:,])"[^"\n]{1,2000}(?:"|$)/gmu

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’ʼ´`]/gu, "'")
    .replace(/[*_#]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

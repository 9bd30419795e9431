/** A stretch of an answer that says one thing, as far as punctuation and conjunctions tell. */
export interface Clause {
  /** [start, end) in UTF-16 code units of the answer. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Index of the sentence it stands in. */
  readonly sentence: number
}

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

const abbreviation = /(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|etc|approx|e\.g|i\.e|cf|Inc|Ltd|Co)\.)$/

/** Splits at closing punctuation before white space, and at line ends. */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(/(?<![.!?])[.!?]+["'”’)\]*]*(?=\s|$)|\n+/gu)) {
    const end = match.index + match[0].length
    if (match[0] === '.' && abbreviation.test(text.slice(Math.max(start, end - 8), end))) continue
    pushTrimmed(sentences, text, start, end)
    start = end
  }
  pushTrimmed(sentences, text, start, text.length)
  return sentences
}

const clauseBreak =
  /[,;|](?=\s|$)|\s[-–—]+\s|—|[()[\]]|\s(?=(?:but|while|whereas|although|though|however|yet)\s)|\s(?=and\s(?:the|its|their|it|has|is|was|a|an)\s)/gu

export function splitClauses(text: string): readonly Clause[] {
  return splitSentences(text).flatMap((sentence, index) => {
    const parts: Sentence[] = []
    let start = 0
    for (const match of sentence.text.matchAll(clauseBreak)) {
      pushTrimmed(parts, sentence.text, start, match.index)
      start = match.index + match[0].length
    }
    pushTrimmed(parts, sentence.text, start, sentence.text.length)
    return parts.map((part) => ({
      start: sentence.start + part.start,
      end: sentence.start + part.end,
      text: part.text,
      sentence: index,
    }))
  })
}

function pushTrimmed(parts: Sentence[], text: string, start: number, end: number): void {
  const slice = text.slice(start, end)
  const trimmed = slice.trim()
  if (trimmed === '') return
  const from = start + slice.length - slice.trimStart().length
  parts.push({ start: from, end: from + trimmed.length, text: trimmed })
}

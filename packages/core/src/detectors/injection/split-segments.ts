/** A sentence or line of a text that may be data. */
export interface Segment {
  readonly text: string
  readonly start: number
  readonly end: number
  /** What the line is by its form. */
  readonly form: 'prose' | 'heading' | 'row' | 'code'
  /** Words that a table or code holds as data: a cell, a comment, a string. */
  readonly isHeld?: boolean
}

/** Longer sentences are cut here. */
const maxSegment = 600

/** Sentences of running text, rows of tables and lines of code, in the order of the text. */
export function splitSegments(text: string): readonly Segment[] {
  return joinWrapped(text, readLines(text))
    .flatMap((line) => splitLine(text, line))
    .filter(({ text }) => text !== '')
}

interface Line {
  readonly start: number
  readonly end: number
  readonly form: Segment['form']
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let isFenced = false
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced
    else lines.push({ start: index, end: index + line.length, form: formOf(line, isFenced) })
  }
  return lines.map((line) => skipMarker(text, line))
}

/** Marks of lists, quotations and headings belong to no sentence. */
function skipMarker(text: string, line: Line): Line {
  if (line.form === 'row' || line.form === 'code') return line
  const marker =
    /^\s*(?:[-*+>•]\s+|#{1,6}\s+|\d{1,2}[.)]\s+)*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0
  return { ...line, start: line.start + marker }
}

function formOf(line: string, isFenced: boolean): Segment['form'] {
  if (isRow(line)) return 'row'
  if (isFenced || looksLikeCode(line.trimEnd())) return 'code'
  return /^\s*#{1,6}\s/.test(line) ? 'heading' : 'prose'
}

const isRow = (line: string): boolean =>
  /^\s*[|+].*[|+]\s*$/.test(line) ||
  (line.match(/ \| |\t/g)?.length ?? 0) >= 2 ||
  /^(?:[^,;.!?]{0,40}[,;]){4}/.test(line)

const codeMark =
  /[;{}]$|\s\/\/\s|^\s*"[^"]{1,60}"\s*:|^\s*(?:\/\/|#!|import |from \w+ import|def |class |return\b|const |let |var |function |public |private |if\s*\(|for\s*\(|while\s*\(|else\b|try:|except|print\(|console\.|@\w+|<\/?\w+[^>]*>|\$ |>>> |In \[|Out\[|File "|Traceback)|\w\([^()]*\)\s*[:{;]?$|^\s*[\w.[\]'"]+ ?[-+*]?= ?\S|=>|->|::|^\s{4,}\S/

/** A line that runs on like a sentence is none of code. */
const looksLikeCode = (line: string): boolean =>
  codeMark.test(line) && !/^\s*\S+(?: [\w',-]+){7,}[.?!:]?$/.test(line)

/** A sentence goes on in the next line where that starts with a small letter or a quoted name. */
function joinWrapped(text: string, lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last?.form === 'prose' && line.form === 'prose' && goesOn(text, last.end, line.start))
      joined[joined.length - 1] = { ...last, end: line.end }
    else joined.push(line)
  }
  return joined
}

const goesOn = (text: string, end: number, start: number): boolean =>
  /^\r?\n[ \t]*$/.test(text.slice(end, start)) && /^[\p{Ll}`(]/u.test(text.slice(start, start + 2))

function splitLine(text: string, { start, end, form }: Line): readonly Segment[] {
  const part = text.slice(start, end)
  if (form === 'prose') return splitSentences(part, start)
  const whole = { ...trimmed(part, start), form }
  return form === 'heading' ? [whole] : [whole, ...heldWords(part, start, form)]
}

const heldInRow = /[^|\t]{20,}/g
const heldInCode = /(?<=(?:\/\/|#|\/\*|--)\s?)[^"'\n]{20,}|(?<=")[^"\n]{20,}(?=")|(?<=')[^'\n]{20,}(?=')/g

/** Of letters that a word can have: without a bound, a run of them is read again from each of its hyphens. */
const fiveWords = /(?<!\p{L})(?:\p{L}[\p{L}'’,-]{0,40}\s+){4}\p{L}/u

/** Cells, comments and strings of five words or more. */
const heldWords = (line: string, offset: number, form: 'row' | 'code'): readonly Segment[] =>
  [...line.matchAll(form === 'row' ? heldInRow : heldInCode)]
    .filter(([held]) => fiveWords.test(held))
    .map((match) => ({ ...trimmed(match[0], offset + match.index), form, isHeld: true }))

const sentenceEnd =
  /(?<=[.!?…]["'”’)\]]?)\s+|(?<=[。！？।])|(?<=[a-z)][.!?])(?=[A-Z][a-z]+ )|(?<=\w)\|(?=[A-Z_ ]+:)/g

function splitSentences(part: string, offset: number): readonly Segment[] {
  const ends = [...part.matchAll(sentenceEnd)].map((match) => match.index + match[0].length)
  const bounds = [0, ...ends, part.length]
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index] ?? 0
    return cutLong(part.slice(start, end), offset + start)
  })
}

function cutLong(sentence: string, offset: number): readonly Segment[] {
  const parts: Segment[] = []
  for (let from = 0; from < sentence.length; from += maxSegment)
    parts.push({ ...trimmed(sentence.slice(from, from + maxSegment), offset + from), form: 'prose' })
  return parts
}

function trimmed(part: string, offset: number): { text: string; start: number; end: number } {
  const start = offset + part.length - part.trimStart().length
  const text = part.trim()
  return { text, start, end: start + text.length }
}

import type { ModelRequest } from '@assay/contracts'

/** Shorter runs say nothing of a row. */
const minLength = 12

/**
 * A recorded answer without the words it has in common with its request: each run of them, whatever its case, is kept as its
 * place there, `⟦start+length⟧` of the messages' contents joined, with the letters whose case differs: `⟦start+length~0,7⟧`.
 * Rows of labelled data so never enter the project.
 */
export const packAnswer = (answer: string, request: ModelRequest): string => {
  const asked = askedText(request)
  const folded = fold(asked)
  return mapTexts(answer, (text) => packText(text, asked, folded))
}

export const unpackAnswer = (packed: string, request: ModelRequest): string => {
  const asked = askedText(request)
  return mapTexts(packed, (text) =>
    text.replaceAll(/⟦(\d+)\+(\d+)(?:~([\d,]+))?⟧/g, (_, start: string, length: string, other?: string) =>
      switchCase(asked.slice(Number(start), Number(start) + Number(length)), other?.split(',').map(Number)),
    ),
  )
}

function packText(text: string, asked: string, foldedAsked: string): string {
  const folded = fold(text)
  let packed = ''
  let at = 0
  while (at < text.length) {
    const { start, length } = findLongest(folded, at, foldedAsked)
    if (length < minLength) {
      packed += text.charAt(at)
      at += 1
      continue
    }
    const run = text.slice(at, at + length)
    const other = differences(run, asked.slice(start, start + length))
    packed += `⟦${start}+${length}${other.length === 0 ? '' : `~${other.join(',')}`}⟧`
    at += length
  }
  return packed
}

/** The longest run of the text from `at` on that stands in what was asked. */
function findLongest(
  text: string,
  at: number,
  asked: string,
): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 }
  const seed = text.slice(at, at + minLength)
  if (seed.length < minLength) return best
  for (let start = asked.indexOf(seed); start !== -1; start = asked.indexOf(seed, start + 1)) {
    let length = seed.length
    while (at + length < text.length && text[at + length] === asked[start + length]) length += 1
    if (length > best.length) best = { start, length }
  }
  return best
}

/** Lower case, of letters of one UTF-16 unit that stay one. */
const fold = (text: string): string =>
  text.replaceAll(/\p{Lu}/gu, (letter) =>
    letter.length === 1 && letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter,
  )

const unitsOf = (text: string): readonly string[] =>
  Array.from({ length: text.length }, (_, at) => text.charAt(at))

const differences = (text: string, other: string): readonly number[] =>
  unitsOf(text).flatMap((unit, index) => (unit === other[index] ? [] : [index]))

function switchCase(text: string, places: readonly number[] = []): string {
  if (places.length === 0) return text
  return unitsOf(text)
    .map((unit, index) => (places.includes(index) ? otherCase(unit) : unit))
    .join('')
}

const otherCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()

const mapTexts = (json: string, change: (text: string) => string): string =>
  JSON.stringify(JSON.parse(json), (_, value: unknown) => (typeof value === 'string' ? change(value) : value))

const askedText = ({ messages }: ModelRequest): string => messages.map(({ content }) => content).join('\n')

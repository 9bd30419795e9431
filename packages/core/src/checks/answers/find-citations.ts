import type { CheckCase } from '@assay/contracts'
import type { Span } from '../../knowledge/split-sentences.ts'
import { isEmptyText } from './case-texts.ts'
import { splitParts } from './split-parts.ts'

/** A mark such as `[2]` or `(limits.md)` that names where a sentence is from. */
export interface Marker extends Span {
  /** Contexts it names, from 0; empty: there is no such context. */
  readonly contexts: readonly number[]
  /** The sentence it stands behind. */
  readonly sentence: Span
}

/** Words in quotation marks, or a quoted line; the span is without the marks. */
export interface Quotation extends Span {
  /** What must stand in one context: more than one where words are left out by `…`. */
  readonly pieces: readonly string[]
  readonly sentence: Span
}

export interface Citations {
  readonly markers: readonly Marker[]
  readonly quotations: readonly Quotation[]
}

/** Everything an answer cites. Code is not read. `quoteWords`: words from which a quotation is one. */
export function findCitations(
  text: string,
  contexts: NonNullable<CheckCase['contexts']>,
  { firstNumber, quoteWords }: { readonly firstNumber: number; readonly quoteWords: number },
): Citations {
  const read = hideCode(text)
  const sentences = splitParts(read, Infinity)
  const names = nameContexts(contexts)
  const found = [
    ...findNumbers(read, { count: contexts.length, firstNumber }),
    ...findNames(read, names),
  ].filter((marker) => !isListed(read, marker, names))
  const markers = found
    .toSorted((a, b) => a.start - b.start)
    .flatMap((marker) => {
      const sentence = findSentence(read, sentences, marker)
      return sentence === null ? [] : [{ ...marker, sentence }]
    })
  return { markers, quotations: findQuotations(read, sentences, quoteWords) }
}

/** Every place kept. */
const hideCode = (text: string): string =>
  text.replaceAll(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, (code) => code.replaceAll(/[^\n]/g, ' '))

type Found = Omit<Marker, 'sentence'>

const numbers = /[[【]\s*(\^?\d{1,3}(?:\s*[,;–-]\s*\^?\d{1,3})*)\s*(?:†[^\]】]{0,80})?[\]】]/gu

function findNumbers(
  text: string,
  { count, firstNumber }: { readonly count: number; readonly firstNumber: number },
): readonly Found[] {
  return [...text.matchAll(numbers)].map((match) => {
    const named = (match[1] ?? '').split(/[,;]/).flatMap(readRange)
    const indices = named.map((number) => number - firstNumber)
    const exist = indices.every((index) => index >= 0 && index < count)
    return { start: match.index, end: match.index + match[0].length, contexts: exist ? indices : [] }
  })
}

/** `2`, or `2-4` as 2, 3, 4. */
function readRange(text: string): readonly number[] {
  const [from = 0, to = from] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index)
}

/** Contexts by every form of their name, in lower case: source, id, file name, with and without its extension. */
function nameContexts(contexts: NonNullable<CheckCase['contexts']>): ReadonlyMap<string, readonly number[]> {
  const names = new Map<string, number[]>()
  for (const [index, context] of contexts.entries()) {
    const own = ['source' in context ? context.source : undefined, 'id' in context ? context.id : undefined]
    const forms = own.flatMap((name) => (typeof name === 'string' ? formsOf(name) : []))
    for (const form of new Set(forms)) names.set(form, [...(names.get(form) ?? []), index])
  }
  return names
}

function formsOf(name: string): readonly string[] {
  const whole = name.trim().toLowerCase()
  const file = whole.split(/[/\\]/).at(-1) ?? whole
  return [whole, file, file.replace(/\.\w{1,5}$/, '')].filter((form) => form !== '')
}

const bracketed = /[[(【]([^[\]()【】\n]{1,200})[\])】]/gu
const announced = /^(?:sources?|quelle)\s?:|^(?:src|cf\.|see)[\s:]/iu

/** A bracket that names a source; one that says it does (`Source: …`) and names none is a citation of nothing. */
function findNames(text: string, names: ReadonlyMap<string, readonly number[]>): readonly Found[] {
  return [...text.matchAll(bracketed)].flatMap((match) => {
    const inner = (match[1] ?? '').trim()
    const name = inner.replace(announced, '').trim()
    const parts = names.has(name.toLowerCase()) ? [name] : name.split(/[,;]/)
    const cited = parts.map((part) => names.get(part.trim().toLowerCase()) ?? [])
    const isCitation = cited.some((each) => each.length > 0) || /^(?:sources?|quelle)\s?:/iu.test(inner)
    if (!isCitation) return []
    const contexts = cited.every((each) => each.length > 0) ? cited.flat() : []
    return [{ start: match.index, end: match.index + match[0].length, contexts }]
  })
}

/** A line of a list of sources (`[1] limits.md`, `[^1]: …`), not a citation. */
function isListed(
  text: string,
  { start, end }: Span,
  names: ReadonlyMap<string, readonly number[]>,
): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(lineStart, start)
  const after = text.slice(end, lineEnd === -1 ? text.length : lineEnd).trim()
  if (!/^[\s*-]*$/.test(before) || after === '') return false
  const name = after.replace(/^:?\s*/, '')
  return after.startsWith(':') || names.has(name.toLowerCase()) || (name.includes('.') && !/\s/.test(name))
}

/** The sentence a marker stands in; one that opens a sentence (`It is so. [1] The next`) belongs to the one before. */
function findSentence(text: string, sentences: readonly Span[], marker: Span): Span | null {
  const next = sentences.findIndex(({ end }) => end > marker.start)
  const own = sentences[next]
  const before = sentences[next === -1 ? sentences.length - 1 : next - 1]
  if (own === undefined || marker.start < own.start) return before ?? own ?? null
  const opens =
    marker.start - own.start < near && isEmptyText(dropNumbers(text.slice(own.start, marker.start)))
  const goesOn = /^[\s\])】]*\p{Ll}/u.test(dropNumbers(text.slice(marker.end, marker.end + near)))
  return opens && !goesOn && before !== undefined && isSameLine(text, before, marker) ? before : own
}

/** UTF-16 code units around a marker that tell where it belongs: room for a few more markers. */
const near = 80
const dropNumbers = (text: string): string => text.replaceAll(numbers, '')

const isSameLine = (text: string, before: Span, marker: Span): boolean =>
  !text.slice(before.end, marker.start).includes('\n')

const quoted =
  /“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|「([^「」]+)」|『([^『』]+)』|"([^"\n]+)"|^>[ \t]*([^\n]+)$/gmu

function findQuotations(text: string, sentences: readonly Span[], quoteWords: number): readonly Quotation[] {
  return [...text.matchAll(quoted)].flatMap((match) => {
    const words = match.slice(1).find((group) => group !== undefined) ?? ''
    if (!isLong(words, quoteWords)) return []
    const start = match.index + match[0].indexOf(words)
    const end = start + words.length
    const pieces = words.split(/\s*(?:\[?(?:…|\.\.\.)\]?)\s*/u).filter((piece) => !isEmptyText(piece))
    const around = sentences.filter((each) => each.end > start && each.start < end + 1)
    const first = around[0] ?? { start, end }
    return [{ start, end, pieces, sentence: { start: first.start, end: around.at(-1)?.end ?? end } }]
  })
}

/** Scripts without blanks: eight characters in a row are enough. */
const isLong = (words: string, least: number): boolean =>
  (words.match(/[\p{L}\p{N}]+/gu) ?? []).length >= least ||
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{M}]{8}/u.test(words)

import { must } from '../must.ts'
import { tokeniseWords } from './tokenise-words.ts'
import { selectTop, type Ranked } from './select-top.ts'

/** Robertson's usual constants (Robertson & Zaragoza 2009). */
const K1 = 1.2
const B = 0.75

export interface WordMatch {
  /** The word as it stands in the query. */
  readonly word: string
  /** Its share of the score. */
  readonly weight: number
}

export interface Bm25Index {
  /** The best `k` documents with a score above 0, best first; ties in the order of the documents. */
  search(query: string, k: number): readonly Ranked[]
  /** What each word of the query adds to the document's score, heaviest first. */
  explain(query: string, document: number): readonly WordMatch[]
}

/** Postings of all terms in one place: those of term `t` stand from `offsets[t]` to `offsets[t + 1]`. */
interface Postings {
  readonly terms: ReadonlyMap<string, number>
  readonly offsets: Uint32Array
  readonly documents: Uint32Array
  readonly frequencies: Uint16Array
  /** K1 × (1 − B + B × length / mean length), by document. */
  readonly norms: Float32Array
}

/** BM25 over the given texts, each in one or more parts. Built once, read often. */
export function createBm25Index(texts: Iterable<string>): Bm25Index {
  const postings = buildPostings(texts)
  const scores = new Float32Array(postings.norms.length)
  return {
    search(query, k) {
      scores.fill(0)
      for (const { term, times } of queryTerms(postings, query)) addScores(postings, term, times, scores)
      return selectTop(scores, k).filter(({ score }) => score > 0)
    },
    explain(query, document) {
      const weights = new Map<string, number>()
      for (const { term, times, word } of queryTerms(postings, query)) {
        const weight = times * weightOf(postings, term, document)
        if (weight > 0) weights.set(word, (weights.get(word) ?? 0) + weight)
      }
      return [...weights]
        .map(([word, weight]) => ({ word, weight }))
        .sort((left, right) => right.weight - left.weight)
    },
  }
}

interface QueryTerm {
  readonly term: number
  readonly times: number
  readonly word: string
}

function queryTerms({ terms }: Postings, query: string): readonly QueryTerm[] {
  const found = new Map<number, { term: number; times: number; word: string }>()
  for (const word of query.split(/[^\p{L}\p{M}\p{N}_.'’]+/u)) {
    for (const name of tokeniseWords(word)) {
      const term = terms.get(name)
      if (term === undefined) continue
      const known = found.get(term)
      if (known === undefined) found.set(term, { term, times: 1, word })
      else known.times += 1
    }
  }
  return [...found.values()]
}

function addScores(postings: Postings, term: number, times: number, scores: Float32Array): void {
  const { documents, frequencies, norms, offsets } = postings
  const factor = times * inverseFrequency(postings, term) * (K1 + 1)
  const end = offsets[term + 1] ?? 0
  for (let index = offsets[term] ?? 0; index < end; index += 1) {
    const document = documents[index] as number
    const frequency = frequencies[index] as number
    scores[document] =
      (scores[document] as number) + (factor * frequency) / (frequency + (norms[document] as number))
  }
}

function weightOf(postings: Postings, term: number, document: number): number {
  const index = findPosting(postings, term, document)
  if (index === -1) return 0
  const frequency = postings.frequencies[index] as number
  const saturation = (frequency * (K1 + 1)) / (frequency + (postings.norms[document] as number))
  return inverseFrequency(postings, term) * saturation
}

/** Documents stand in ascending order within a term. */
function findPosting({ documents, offsets }: Postings, term: number, document: number): number {
  let low = offsets[term] ?? 0
  let high = (offsets[term + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const at = documents[middle] as number
    if (at === document) return middle
    if (at < document) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function inverseFrequency({ offsets, norms }: Postings, term: number): number {
  const holding = (offsets[term + 1] ?? 0) - (offsets[term] ?? 0)
  return Math.log1p((norms.length - holding + 0.5) / (holding + 0.5))
}

function buildPostings(texts: Iterable<string>): Postings {
  const terms = new Map<string, number>()
  const columns = { term: new Column(), document: new Column(), frequency: new Column() }
  const lengths: number[] = []
  for (const text of texts) {
    const words = tokeniseWords(text)
    const counts = new Map<number, number>()
    for (const word of words) {
      const term = terms.get(word) ?? terms.set(word, terms.size).size - 1
      counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    for (const [term, count] of counts) {
      columns.term.push(term)
      columns.document.push(lengths.length)
      columns.frequency.push(Math.min(count, 65_535))
    }
    lengths.push(words.length)
  }
  return { terms, norms: normsOf(lengths), ...sortByTerm(columns, terms.size) }
}

function normsOf(lengths: readonly number[]): Float32Array {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1
  return Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / mean))
}

interface Columns {
  readonly term: Column
  readonly document: Column
  readonly frequency: Column
}

/** A counting sort: stable, so documents stay in ascending order within a term. */
function sortByTerm(
  columns: Columns,
  termCount: number,
): Pick<Postings, 'offsets' | 'documents' | 'frequencies'> {
  const term = columns.term.values()
  const offsets = new Uint32Array(termCount + 1)
  for (const id of term) offsets[id + 1] = (offsets[id + 1] as number) + 1
  for (let id = 0; id < termCount; id += 1)
    offsets[id + 1] = (offsets[id + 1] as number) + (offsets[id] as number)
  const next = offsets.slice()
  const documents = new Uint32Array(term.length)
  const frequencies = new Uint16Array(term.length)
  const from = { documents: columns.document.values(), frequencies: columns.frequency.values() }
  term.forEach((id, index) => {
    const place = must(next[id], 'place of a posting')
    documents[place] = from.documents[index] as number
    frequencies[place] = from.frequencies[index] as number
    next[id] = place + 1
  })
  return { offsets, documents, frequencies }
}

/** A growing list of whole numbers outside the heap of objects. */
class Column {
  #items = new Uint32Array(1024)
  #length = 0

  push(value: number): void {
    if (this.#length === this.#items.length) {
      const larger = new Uint32Array(this.#items.length * 2)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.#length] = value
    this.#length += 1
  }

  values(): Uint32Array {
    return this.#items.subarray(0, this.#length)
  }
}

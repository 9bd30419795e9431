import type { Chunk } from '@assay/contracts'
import { createSearchIndex } from '../src/knowledge/search.ts'
import { createRandom, type Random } from '../src/statistics/random.ts'

/** Search over 100,000 made-up chunks of 120 words, Zipf-distributed, with vectors of 384 numbers. Budget: 100 ms. */
const CHUNKS = 100_000
const WORDS = 120
const VOCABULARY = 60_000
const DIMENSIONS = 384

const random = createRandom('search-bench')
const vocabulary = Array.from(
  { length: VOCABULARY },
  (_, rank) => `w${rank.toString(26).replaceAll(/\d/g, 'z')}`,
)
const zipfWord = (): string => vocabulary[Math.floor(VOCABULARY ** random.next()) - 1] ?? ''
const sentence = (words: number): string => Array.from({ length: words }, zipfWord).join(' ')

const [chunks, madeMs] = timed(() => Array.from({ length: CHUNKS }, (_, index) => makeChunk(index)))
const vectors = makeVectors(random)
const [lexical, builtMs] = timed(() => createSearchIndex({ chunks, vectors: null }))
const hybrid = createSearchIndex({ chunks, vectors })
console.log(`${CHUNKS} chunks made in ${madeMs.toFixed(0)} ms, indexed in ${builtMs.toFixed(0)} ms`)
report('words alone', () => lexical.search(sentence(8), { k: 10 }))
report('hybrid', () => hybrid.search(sentence(8), { k: 10, queryVector: vectors[random.integer(CHUNKS)]! }))

function report(name: string, search: () => unknown): void {
  const times = Array.from({ length: 30 }, () => timed(search)[1]).sort((left, right) => left - right)
  console.log(
    `${name}: median ${times[15]!.toFixed(1)} ms, slowest ${times[29]!.toFixed(1)} ms (budget 100 ms)`,
  )
}

function timed<T>(run: () => T): [T, number] {
  const start = performance.now()
  const value = run()
  return [value, performance.now() - start]
}

function makeChunk(index: number): Chunk {
  const text = sentence(WORDS)
  return {
    id: String(index),
    documentId: 'd',
    source: 'a.md',
    titlePath: [],
    text,
    start: 0,
    end: text.length,
    page: null,
    language: 'en',
    tokens: WORDS,
    kind: 'prose',
  }
}

function makeVectors(source: Random): Float32Array[] {
  const all = Float32Array.from({ length: CHUNKS * DIMENSIONS }, () => (source.next() - 0.5) * 0.1768)
  return Array.from({ length: CHUNKS }, (_, index) =>
    all.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS),
  )
}

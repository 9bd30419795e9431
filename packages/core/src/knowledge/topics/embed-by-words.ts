import type { Random } from '../../statistics/random.ts'
import { tokeniseWords } from '../tokenise-words.ts'
import { topicText, type TopicChunk } from './topic-text.ts'
import { addTo, dot, normalise, type UnitVectors } from './unit-vectors.ts'

/** Directions kept at most: enough to tell a hundred topics apart. */
const MAX_DIMENSIONS = 100
/** Chunks the directions are fitted on at most; all chunks are then placed along them. */
const FITTED_CHUNKS = 5000
const ITERATIONS = 4
/** Words in more than this share of the chunks tell nothing apart. */
const MAX_SHARE = 0.5
/** A heading says what a passage is about in few words. */
const TITLE_WEIGHT = 2

/** A chunk's TF-IDF weights by term, of norm 1. */
interface SparseRow {
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

/**
 * Unit vectors from words alone: sublinear TF-IDF (1 + ln tf) · ln(n / df), along its strongest directions (latent
 * semantic analysis, Deerwester et al. 1990; found by orthogonal iteration from a seeded random start).
 */
export function embedByWords(chunks: readonly TopicChunk[], random: Random): UnitVectors {
  const { rows, termCount } = weighTerms(chunks.map(countTerms))
  const dimensions = Math.min(MAX_DIMENSIONS, rows.length - 1, termCount)
  if (dimensions < 1) return rows.map(() => new Float32Array(1))
  const fitted = random.sample(rows, FITTED_CHUNKS)
  const axes = fitAxes(fitted, { termCount, dimensions, random })
  return rows.map((row) => normalise(place(row, axes, dimensions)))
}

function countTerms(chunk: TopicChunk): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const term of tokeniseWords(text)) counts.set(term, (counts.get(term) ?? 0) + weight)
  }
  add(chunk.titlePath.join(' '), TITLE_WEIGHT)
  add(topicText(chunk), 1)
  return counts
}

function weighTerms(counts: readonly ReadonlyMap<string, number>[]): {
  rows: SparseRow[]
  termCount: number
} {
  const documents = new Map<string, number>()
  for (const row of counts) for (const term of row.keys()) documents.set(term, (documents.get(term) ?? 0) + 1)
  const kept = new Map<string, { readonly id: number; readonly idf: number }>()
  for (const [term, holding] of documents) {
    if (holding < 2 || holding > Math.max(2, MAX_SHARE * counts.length)) continue
    kept.set(term, { id: kept.size, idf: Math.log(counts.length / holding) })
  }
  const rows = counts.map((row) => {
    const found = [...row].flatMap(([term, count]) => {
      const known = kept.get(term)
      return known === undefined ? [] : [{ id: known.id, weight: (1 + Math.log(count)) * known.idf }]
    })
    const weights = normalise(Float32Array.from(found, ({ weight }) => weight))
    return { terms: Uint32Array.from(found, ({ id }) => id), weights }
  })
  return { rows, termCount: kept.size }
}

interface Fit {
  readonly termCount: number
  readonly dimensions: number
  readonly random: Random
}

/** For each term its coordinates along the axes: `dimensions` numbers at `term × dimensions`. */
function fitAxes(rows: readonly SparseRow[], { termCount, dimensions, random }: Fit): Float32Array {
  let axes = Float32Array.from({ length: termCount * dimensions }, () => random.next() - 0.5)
  orthogonalise(axes, dimensions)
  for (let round = 0; round < ITERATIONS; round += 1) {
    const next = new Float32Array(axes.length)
    for (const row of rows) spread(row, place(row, axes, dimensions), next)
    orthogonalise(next, dimensions)
    axes = next
  }
  return axes
}

/** A row's coordinates along the axes. */
function place({ terms, weights }: SparseRow, axes: Float32Array, dimensions: number): Float32Array {
  const point = new Float32Array(dimensions)
  terms.forEach((term, index) => {
    addTo(point, axes.subarray(term * dimensions, (term + 1) * dimensions), weights[index])
  })
  return point
}

/** The transpose of `place`, added to `axes`. */
function spread({ terms, weights }: SparseRow, point: Float32Array, axes: Float32Array): void {
  terms.forEach((term, index) => {
    addTo(axes.subarray(term * point.length, (term + 1) * point.length), point, weights[index])
  })
}

/** Makes the columns orthonormal (modified Gram–Schmidt); a column that depends on the others becomes zero. */
function orthogonalise(axes: Float32Array, dimensions: number): void {
  const columns = Array.from({ length: dimensions }, (_, column) =>
    Float32Array.from(
      { length: axes.length / dimensions },
      (__, row) => axes[row * dimensions + column] as number,
    ),
  )
  columns.forEach((column, index) => {
    const before = Math.sqrt(dot(column, column))
    for (const earlier of columns.slice(0, index)) addTo(column, earlier, -dot(column, earlier))
    if (Math.sqrt(dot(column, column)) < 1e-5 * before) column.fill(0)
    normalise(column)
    for (let row = 0; row < column.length; row += 1) axes[row * dimensions + index] = column[row] as number
  })
}

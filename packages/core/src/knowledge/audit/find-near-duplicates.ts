import type { Chunk } from '@assay/contracts'
import { fnvOfText } from '../../fnv-1a.ts'
import { must } from '../../must.ts'
import { placeOfChunk } from './audit-document.ts'
import type { Finding } from './finding.ts'

const SHINGLE_WORDS = 5
/** Shorter passages repeat each other by chance. */
const MIN_WORDS = 25
/** Share of common shingles (Jaccard) from which two passages say the same. */
const MIN_SIMILARITY = 0.8
/** 16 bands of 4 minima (Broder 1997; Leskovec et al. 2020, ch. 3): pairs at 0.8 meet in a band with 99.9 %. */
const BANDS = 16
const ROWS = 4

/** Passages that repeat another one nearly word for word, one finding a group. */
export function findNearDuplicates(chunks: readonly Chunk[]): readonly Finding[] {
  const sets = chunks.map((chunk) => shinglesOf(chunk.text))
  const groups = new Groups(chunks.length)
  for (const [left, right] of candidatePairs(sets)) {
    const [a, b] = [sets[left], sets[right]]
    if (a !== undefined && b !== undefined && jaccard(a, b) >= MIN_SIMILARITY) groups.join(left, right)
  }
  return groups.all().map((members) => toFinding(members.map((index) => must(chunks[index], 'chunk'))))
}

function toFinding(members: readonly Chunk[]): Finding {
  const same = new Set(members.map((chunk) => chunk.text)).size === 1
  const documents = new Set(members.map((chunk) => chunk.source)).size
  const where = documents === 1 ? 'in one document' : `in ${documents} documents`
  return {
    kind: 'near-duplicates',
    severity: 'medium',
    message: `${members.length} passages ${where} are ${same ? 'the same' : 'nearly the same'}`,
    places: members.map(placeOfChunk),
  }
}

function shinglesOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
  if (words.length < MIN_WORDS) return new Set()
  const hashes = words.map((word) => fnvOfText(word))
  const shingles = new Set<number>()
  for (let end = SHINGLE_WORDS; end <= hashes.length; end += 1) {
    shingles.add(
      hashes.slice(end - SHINGLE_WORDS, end).reduce((sum, hash) => (Math.imul(sum, 31) + hash) | 0, 7),
    )
  }
  return shingles
}

function* candidatePairs(sets: readonly ReadonlySet<number>[]): Generator<readonly [number, number]> {
  const signatures = sets.map((set) => (set.size === 0 ? null : signatureOf(set)))
  const seen = new Set<string>()
  for (let band = 0; band < BANDS; band += 1) {
    const buckets = new Map<string, number[]>()
    for (const [index, signature] of signatures.entries()) {
      if (signature === null) continue
      const key = signature.subarray(band * ROWS, (band + 1) * ROWS).join()
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, [index])
      else bucket.push(index)
    }
    for (const [first, ...others] of buckets.values()) {
      for (const other of others) {
        const pair = `${first},${other}`
        if (first === undefined || seen.has(pair)) continue
        seen.add(pair)
        yield [first, other]
      }
    }
  }
}

function signatureOf(shingles: ReadonlySet<number>): Uint32Array {
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let index = 0; index < minima.length; index += 1) {
      const mixed = Math.imul(shingle ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b)
      const value = (mixed ^ (mixed >>> 15)) >>> 0
      if (value < (minima[index] as number)) minima[index] = value
    }
  }
  return minima
}

function jaccard(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const common = left.intersection(right).size
  return common / Math.max(1, left.size + right.size - common)
}

/** Disjoint sets with path halving. */
class Groups {
  readonly #parents: number[]

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index)
  }

  join(left: number, right: number): void {
    const [low, high] = [this.#root(left), this.#root(right)].sort((a, b) => a - b)
    this.#parents[high ?? right] = low ?? left
  }

  /** Groups of two and more. */
  all(): number[][] {
    const groups = Map.groupBy(this.#parents.keys(), (index) => this.#root(index))
    return [...groups.values()].filter((members) => members.length > 1)
  }

  #root(index: number): number {
    let at = index
    while (this.#parents[at] !== at) {
      const next = must(this.#parents[at], 'parent')
      this.#parents[at] = must(this.#parents[next], 'grandparent')
      at = next
    }
    return at
  }
}

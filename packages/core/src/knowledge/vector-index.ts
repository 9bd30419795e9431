import { selectTop, type Ranked } from './select-top.ts'

export interface VectorIndex {
  /** The `k` nearest by cosine, nearest first; exact. */
  search(query: Float32Array, k: number): readonly Ranked[]
  similarity(query: Float32Array, index: number): number
}

/** Unit vectors of one length, searched one by one: exact at any k, and no index to build. */
export function createVectorIndex(vectors: readonly Float32Array[]): VectorIndex {
  const scores = new Float32Array(vectors.length)
  return {
    search(query, k) {
      for (const [index, vector] of vectors.entries()) scores[index] = dot(query, vector)
      return selectTop(scores, k)
    },
    similarity: (query, index) => dot(query, vectors[index] ?? new Float32Array(query.length)),
  }
}

/** Four running sums, so that the additions do not wait for each other. */
function dot(left: Float32Array, right: Float32Array): number {
  const length = Math.min(left.length, right.length)
  const whole = length - (length % 4)
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let index = 0
  for (; index < whole; index += 4) {
    a += (left[index] as number) * (right[index] as number)
    b += (left[index + 1] as number) * (right[index + 1] as number)
    c += (left[index + 2] as number) * (right[index + 2] as number)
    d += (left[index + 3] as number) * (right[index + 3] as number)
  }
  for (; index < length; index += 1) a += (left[index] as number) * (right[index] as number)
  return a + b + c + d
}

import { createRandom } from './random.ts'

/** Up to this many clusters all sign patterns are enumerated, beyond it they are drawn. */
const maxExactClusters = 12
const draws = 10_000

/**
 * Two-sided permutation test of "no difference": each cluster's summed difference is as likely with either sign
 * (Fisher 1935). Exact for few clusters; else seeded draws with (hits + 1) / (draws + 1) (Phipson & Smyth 2010).
 */
export function signFlipTest(clusterSums: readonly number[]): number {
  const moving = clusterSums.filter((sum) => sum !== 0).toSorted((a, b) => a - b)
  const observed = Math.abs(moving.reduce((total, sum) => total + sum, 0))
  const reached = (total: number): boolean => Math.abs(total) >= observed * (1 - 1e-12)
  return moving.length <= maxExactClusters ? exactShare(moving, reached) : drawnShare(moving, reached)
}

function exactShare(sums: readonly number[], reached: (total: number) => boolean): number {
  const patterns = 2 ** sums.length
  let hits = 0
  for (let pattern = 0; pattern < patterns; pattern += 1) {
    const total = sums.reduce((running, sum, bit) => running + ((pattern >> bit) & 1 ? -sum : sum), 0)
    if (reached(total)) hits += 1
  }
  return hits / patterns
}

function drawnShare(sums: readonly number[], reached: (total: number) => boolean): number {
  const random = createRandom('sign flip')
  const doubled = Float64Array.from(sums, (sum) => 2 * sum)
  const all = sums.reduce((total, sum) => total + sum, 0)
  const words = new Uint32Array(Math.ceil(sums.length / 32))
  let hits = 0
  for (let draw = 0; draw < draws; draw += 1) {
    random.fillIntegers(words, 2 ** 32)
    if (reached(all - sumOfBits(doubled, words))) hits += 1
  }
  return (hits + 1) / (draws + 1)
}

/** Sum of the values whose bit is set. */
function sumOfBits(values: Float64Array, words: Uint32Array): number {
  let total = 0
  for (let index = 0; index < values.length; index += 1) {
    const bit = ((words[index >>> 5] ?? 0) >>> (index & 31)) & 1
    total += bit * (values[index] ?? 0)
  }
  return total
}

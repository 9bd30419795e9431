import type { Random } from '../../packages/core/src/statistics/random.ts'

/** Five cases of one fact each. */
export const clusterSize = 5
/** How alike the cases of a cluster are: the intra-cluster correlation of everything drawn here. */
export const clusterAgreement = 0.5

export interface DrawnCase<T> {
  readonly value: T
  readonly clusterKey?: string | undefined
}

export const repeat = <T>(n: number, draw: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => draw(index))

export const isYes = (random: Random, rate: number): boolean => random.next() < rate

export const drawIndependent = <T>(n: number, draw: () => T): DrawnCase<T>[] =>
  repeat(n, () => ({ value: draw() }))

/**
 * Each case takes its cluster's own draw with probability √ICC, else a fresh one: any two cases of a cluster share a draw
 * with probability ICC, and every case has the same distribution as an independent one.
 */
export function drawClustered<T>(random: Random, n: number, draw: () => T): DrawnCase<T>[] {
  const own = repeat(Math.ceil(n / clusterSize), draw)
  return repeat(n, (index) => {
    const cluster = Math.floor(index / clusterSize)
    const shared = own[cluster]
    const value = shared !== undefined && isYes(random, Math.sqrt(clusterAgreement)) ? shared : draw()
    return { value, clusterKey: `fact ${cluster}` }
  })
}

/** Skewed scores in [0, 1] with the given mean: 1 − u^a with a = mean / (1 − mean). */
export const drawScore = (random: Random, mean: number): number => 1 - random.next() ** (mean / (1 - mean))

/** Standard normal, Box–Muller. */
export const drawNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

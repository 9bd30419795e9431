import { normalQuantile } from '../distributions/normal.ts'
import { notTested, type Estimate } from '../estimate.ts'
import { midranks } from './midranks.ts'

/** One independent case seen twice: by two judges, or as a score and a label. */
export interface PairedScore {
  readonly first: number
  readonly second: number
}

/**
 * Spearman's rho: Pearson's correlation of midranks. Interval: Fisher's z with variance (1 + ρ²/2) / (n − 3)
 * (Bonett & Wright 2000), from n = 4.
 */
export function estimateSpearman(pairs: readonly PairedScore[]): Estimate {
  const rho = pearson(midranks(pairs.map(({ first }) => first)), midranks(pairs.map(({ second }) => second)))
  return describe("Spearman's rho", rho, pairs.length, Math.sqrt((1 + rho ** 2 / 2) / (pairs.length - 3)))
}

/**
 * Kendall's tau-b, corrected for ties. Interval: Fisher's z with variance 0.437 / (n − 4) (Fieller, Hartley &
 * Pearson 1957), from n = 5; meant for |τ| < 0.8.
 */
export function estimateKendall(pairs: readonly PairedScore[]): Estimate {
  return describe("Kendall's tau-b", kendallTauB(pairs), pairs.length, Math.sqrt(0.437 / (pairs.length - 4)))
}

/** (concordant − discordant) / √((all − tied in first)(all − tied in second)). NaN where one side does not vary. */
function kendallTauB(pairs: readonly PairedScore[]): number {
  const first = Float64Array.from(pairs, (pair) => pair.first)
  const second = Float64Array.from(pairs, (pair) => pair.second)
  let excess = 0
  let variesInFirst = 0
  let variesInSecond = 0
  for (let i = 0; i < pairs.length; i += 1)
    for (let j = 0; j < i; j += 1) {
      const a = Math.sign((first[i] ?? 0) - (first[j] ?? 0))
      const b = Math.sign((second[i] ?? 0) - (second[j] ?? 0))
      excess += a * b
      variesInFirst += a * a
      variesInSecond += b * b
    }
  return excess / Math.sqrt(variesInFirst * variesInSecond)
}

function pearson(first: Float64Array, second: Float64Array): number {
  const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanFirst, meanSecond] = [meanOf(first), meanOf(second)]
  let cross = 0
  let squaresFirst = 0
  let squaresSecond = 0
  for (let index = 0; index < first.length; index += 1) {
    const a = (first[index] ?? 0) - meanFirst
    const b = (second[index] ?? 0) - meanSecond
    cross += a * b
    squaresFirst += a * a
    squaresSecond += b * b
  }
  return cross / Math.sqrt(squaresFirst * squaresSecond)
}

function describe(name: string, value: number, n: number, standardError: number): Estimate {
  if (n === 0) return notTested
  const size = { n, clusters: n }
  if (!Number.isFinite(value))
    return {
      value: null,
      low: null,
      high: null,
      ...size,
      method: `${name} is undefined: one side does not vary`,
    }
  if (!Number.isFinite(standardError) || Math.abs(value) === 1)
    return { value, low: null, high: null, ...size, method: `${name}, no interval` }
  const reach = normalQuantile(0.975) * standardError
  const centre = Math.atanh(value)
  return {
    value,
    low: Math.tanh(centre - reach),
    high: Math.tanh(centre + reach),
    ...size,
    method: `${name}, Fisher z 95 %`,
  }
}

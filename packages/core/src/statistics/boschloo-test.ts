import { logGamma } from './distributions/log-gamma.ts'

/** Successes out of n in each of two independent groups; whole numbers. */
export interface TwoRates {
  readonly first: { readonly successes: number; readonly n: number }
  readonly second: { readonly successes: number; readonly n: number }
}

/** Values of the common rate tried before the best is refined. */
const gridPoints = 256
/** Fisher p-values this close to the observed one belong to its rejection region. */
const tie = 1e-7

/**
 * Boschloo's (1970) exact unconditional test of equal rates: Fisher's p-value is the statistic, its distribution is
 * maximised over the unknown common rate. Two-sided as twice the one-sided p-value on the side of the difference.
 */
export function boschlooTest({ first, second }: TwoRates): number {
  const logFactorials = tabulateLogFactorials(first.n + second.n)
  const excess = first.successes * second.n - second.successes * first.n
  if (excess === 0) return 1
  const ordered = excess < 0 ? { first, second } : { first: second, second: first }
  return Math.min(1, 2 * oneSided(ordered, logFactorials))
}

/** Against "the first rate is smaller". */
function oneSided({ first, second }: TwoRates, logFactorials: Float64Array): number {
  const sizes = { n: first.n, m: second.n, logFactorials }
  const limit = fisherLower(first.successes, second.successes, sizes) * (1 + tie)
  // The more of the second group succeed, the smaller Fisher's p-value: each row's region starts at one count.
  const starts: number[] = []
  let start = 0
  for (let x = 0; x <= first.n; x += 1) {
    while (start <= second.n && fisherLower(x, start, sizes) > limit) start += 1
    starts.push(start)
  }
  return maximise((rate) => regionProbability(starts, rate, sizes))
}

interface Sizes {
  readonly n: number
  readonly m: number
  readonly logFactorials: Float64Array
}

/** P(X ≤ x) for the hypergeometric X: successes of the first group, given all x + y of n + m. */
function fisherLower(x: number, y: number, { n, m, logFactorials }: Sizes): number {
  const total = x + y
  const choose = (of: number, k: number): number => logChoose(logFactorials, of, k)
  let term = Math.exp(choose(n, x) + choose(m, y) - choose(n + m, total))
  let sum = term
  for (let k = x; k > Math.max(0, total - m) && term > 1e-17 * sum; k -= 1) {
    term *= (k * (m - total + k)) / ((n - k + 1) * (total - k + 1))
    sum += term
  }
  return Math.min(1, sum)
}

function regionProbability(starts: readonly number[], rate: number, { n, m, logFactorials }: Sizes): number {
  const inSecond = binomialProbabilities(m, rate, logFactorials)
  for (let y = m - 1; y >= 0; y -= 1) inSecond[y] = (inSecond[y] ?? 0) + (inSecond[y + 1] ?? 0)
  const inFirst = binomialProbabilities(n, rate, logFactorials)
  return starts.reduce((sum, start, x) => sum + (inFirst[x] ?? 0) * (inSecond[start] ?? 0), 0)
}

function binomialProbabilities(n: number, rate: number, logFactorials: Float64Array): Float64Array {
  const [logPass, logFail] = [Math.log(rate), Math.log1p(-rate)]
  const probabilities = new Float64Array(n + 1)
  for (let k = 0; k <= n; k += 1)
    probabilities[k] = Math.exp(logChoose(logFactorials, n, k) + k * logPass + (n - k) * logFail)
  return probabilities
}

/** Largest value over (0, 1): the best point of a grid, then golden-section search between its neighbours. */
function maximise(value: (rate: number) => number): number {
  let best = 1
  let bestValue = -1
  for (let point = 1; point < gridPoints; point += 1) {
    const found = value(point / gridPoints)
    if (found > bestValue) [best, bestValue] = [point, found]
  }
  const ratio = (Math.sqrt(5) - 1) / 2
  let low = Math.max(1e-9, (best - 1) / gridPoints)
  let high = Math.min(1 - 1e-9, (best + 1) / gridPoints)
  for (let step = 0; step < 40; step += 1) {
    const left = value(high - ratio * (high - low))
    const right = value(low + ratio * (high - low))
    bestValue = Math.max(bestValue, left, right)
    if (left < right) low = high - ratio * (high - low)
    else high = low + ratio * (high - low)
  }
  return Math.min(1, bestValue)
}

const logChoose = (logFactorials: Float64Array, n: number, k: number): number =>
  (logFactorials[n] ?? 0) - (logFactorials[k] ?? 0) - (logFactorials[n - k] ?? 0)

const tabulateLogFactorials = (largest: number): Float64Array =>
  Float64Array.from({ length: largest + 1 }, (_, n) => logGamma(n + 1))

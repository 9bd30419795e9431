import { bootstrapSums, groupUnits, statisticOfAll } from '../bootstrap-sums.ts'
import { drawWith } from '../cluster-bootstrap.ts'
import { notTested, type Estimate } from '../estimate.ts'
import { estimateRate } from '../estimate-rate.ts'

/** What two raters said of one case. */
export interface RatedPair {
  readonly first: string
  readonly second: string
  readonly clusterKey?: string | undefined
  /** How many cases it stands for; 1 unless given. */
  readonly weight?: number | undefined
}

/** How much a disagreement counts: all alike, or by how far the categories are apart in their order. */
export type KappaWeights = 'none' | 'linear' | 'quadratic'

/**
 * Under 20 cases, or where the second most common category comes up fewer than 15 times with both raters together, the
 * bootstrap covers far too little (docs/explanation/coverage-of-intervals.md): then there is a value and no interval.
 */
const minCases = 20
const minUsesOfSecond = 15

export interface Agreement {
  /** Share of cases on which both say the same. */
  readonly observed: Estimate
  readonly kappa: Estimate
  /** Stays meaningful where one category is rare and kappa falls although the raters agree. */
  readonly ac1: Estimate
  /** How often each rater uses each category: kappa cannot be read without it. */
  readonly prevalence: readonly {
    readonly category: string
    readonly first: number
    readonly second: number
  }[]
}

/** Agreement of two raters (methods §3): Cohen's kappa never without AC1 and prevalence; cluster bootstrap 95 %. */
export function estimateAgreement(
  pairs: readonly RatedPair[],
  options: { readonly categories?: readonly string[]; readonly weights?: KappaWeights } = {},
): Agreement {
  const categories = options.categories ?? categoriesOf(pairs)
  const size = categories.length
  const rows = pairs.map(({ first, second, clusterKey, weight = 1 }) => ({
    vector: cellOf(categories.indexOf(first) * size + categories.indexOf(second), size, weight),
    clusterKey,
  }))
  const weights = options.weights ?? 'none'
  const tooFew = pairs.length < minCases || usesOfSecond(pairs) < minUsesOfSecond
  const estimate = (name: string, statistic: (table: Float64Array) => number): Estimate => {
    if (pairs.length === 0) return notTested
    const units = groupUnits(rows)
    const size = { n: pairs.length, clusters: units.length }
    const value = statisticOfAll({ units, statistic })
    if (!Number.isFinite(value))
      return { ...notTested, ...size, method: `${name} is undefined: one category only` }
    const without = { value, low: null, high: null, ...size }
    if (tooFew) return { ...without, method: `${name}, too few cases for an interval` }
    const interval = bootstrapSums({ units, statistic }, drawWith(name, units.length))
    // Where all agree the bootstrap has no disagreement to draw: an interval of no width would claim what nobody knows.
    if (interval === null || interval.low === interval.high)
      return { ...without, method: `${name}, no interval: too few ratings differ` }
    const over = units.length < pairs.length ? 'cluster bootstrap' : 'bootstrap'
    return { value, ...interval, ...size, method: `${name}, ${over} 95 %` }
  }
  return {
    observed: estimateRate({
      outcomes: pairs.map(({ first, second, ...each }) => ({ ...each, pass: first === second })),
    }),
    kappa: estimate(kappaNames[weights], (table) => cohenKappa(table, size, weights)),
    ac1: estimate("Gwet's AC1", (table) => gwetAc1(table, size)),
    prevalence: categories.map((category) => ({
      category,
      first: shareOf(pairs, (pair) => pair.first === category),
      second: shareOf(pairs, (pair) => pair.second === category),
    })),
  }
}

function usesOfSecond(pairs: readonly RatedPair[]): number {
  const uses = Map.groupBy(
    pairs.flatMap(({ first, second }) => [first, second]),
    (category) => category,
  )
  return [...uses.values()].map((each) => each.length).sort((a, b) => b - a)[1] ?? 0
}

const kappaNames = {
  none: "Cohen's kappa",
  linear: "Cohen's kappa, linear weights",
  quadratic: "Cohen's kappa, quadratic weights",
} as const

/**
 * Cohen (1960; weighted 1968) from a table of counts, row by row: 1 − Σ w o / Σ w e with w = 0 on the diagonal, else
 * 1, |i − j| or (i − j)². NaN where chance alone explains everything.
 */
export function cohenKappa(
  table: Float64Array | readonly number[],
  size: number,
  weights: KappaWeights = 'none',
): number {
  const { rows, columns, total } = marginsOf(table, size)
  let observed = 0
  let expected = 0
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const weight = disagreement(i - j, weights)
      observed += weight * (table[i * size + j] ?? 0)
      expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / total
    }
  return 1 - observed / expected
}

/** Gwet (2008): (p_a − p_e) / (1 − p_e) with p_e = Σ π (1 − π) / (K − 1), π the mean use of a category. */
export function gwetAc1(table: Float64Array | readonly number[], size: number): number {
  const { rows, columns, total } = marginsOf(table, size)
  let agreed = 0
  let chance = 0
  for (let i = 0; i < size; i += 1) {
    const use = ((rows[i] ?? 0) + (columns[i] ?? 0)) / (2 * total)
    agreed += (table[i * size + i] ?? 0) / total
    chance += (use * (1 - use)) / (size - 1)
  }
  return (agreed - chance) / (1 - chance)
}

function disagreement(distance: number, weights: KappaWeights): number {
  if (weights === 'none') return distance === 0 ? 0 : 1
  return weights === 'linear' ? Math.abs(distance) : distance ** 2
}

function marginsOf(table: Float64Array | readonly number[], size: number) {
  const rows = new Float64Array(size)
  const columns = new Float64Array(size)
  let total = 0
  for (let cell = 0; cell < size * size; cell += 1) {
    const count = table[cell] ?? 0
    const [row, column] = [Math.floor(cell / size), cell % size]
    rows[row] = (rows[row] ?? 0) + count
    columns[column] = (columns[column] ?? 0) + count
    total += count
  }
  return { rows, columns, total }
}

/** Numbers in their order, then words in theirs. */
export function categoriesOf(pairs: readonly RatedPair[]): readonly string[] {
  return sortCategories(pairs.flatMap(({ first, second }) => [first, second]))
}

export const sortCategories = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0))

const cellOf = (cell: number, size: number, weight: number): number[] =>
  Array.from({ length: size * size }, (_, index) => (index === cell ? weight : 0))

const shareOf = (pairs: readonly RatedPair[], is: (pair: RatedPair) => boolean): number =>
  pairs.length === 0 ? 0 : weightOf(pairs.filter(is)) / weightOf(pairs)

const weightOf = (pairs: readonly RatedPair[]): number =>
  pairs.reduce((sum, { weight = 1 }) => sum + weight, 0)

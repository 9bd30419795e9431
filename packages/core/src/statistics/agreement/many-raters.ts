import { bootstrapSums, statisticOfAll } from '../bootstrap-sums.ts'
import { drawWith } from '../cluster-bootstrap.ts'
import { notTested, type Estimate } from '../estimate.ts'
import { sortCategories } from './two-raters.ts'

/** All ratings of one item; raters who did not rate it are left out. */
export type ItemRatings = readonly string[]

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval'

/**
 * Fleiss' kappa (1971), every item rated equally often: (P̄ − P̄_e) / (1 − P̄_e). null where the items have
 * different numbers of ratings or fewer than two: use Krippendorff's alpha there.
 */
export function estimateFleissKappa(items: readonly ItemRatings[]): Estimate | null {
  const raters = items[0]?.length ?? 0
  if (items.length === 0) return notTested
  if (raters < 2 || items.some((ratings) => ratings.length !== raters)) return null
  const categories = sortCategories(items.flat())
  const units = items.map((ratings) => {
    const counts = categories.map((category) => ratings.filter((rating) => rating === category).length)
    return [...counts, counts.reduce((sum, count) => sum + count * (count - 1), 0), 1]
  })
  const statistic = (sums: Float64Array): number => fleissKappa(sums, raters)
  return describe("Fleiss' kappa", { units, statistic }, items.length)
}

/** From the summed counts of each category, then Σ n (n − 1), then the number of items. */
function fleissKappa(sums: Float64Array, raters: number): number {
  const items = sums.at(-1) ?? 0
  const agreed = (sums.at(-2) ?? 0) / (items * raters * (raters - 1))
  const chance = sums.subarray(0, -2).reduce((sum, count) => sum + (count / (items * raters)) ** 2, 0)
  return (agreed - chance) / (1 - chance)
}

/**
 * Krippendorff's alpha (2011), 1 − D_o / D_e, for any number of raters and missing ratings; items with one rating say
 * nothing and are not in n. The interval resamples items. Values must be numbers for `interval`; for `ordinal` the
 * order is that of the numbers, else of the alphabet.
 */
export function estimateKrippendorffAlpha(items: readonly ItemRatings[], level: MeasurementLevel): Estimate {
  const rated = items.filter((ratings) => ratings.length >= 2)
  if (rated.length === 0) return notTested
  return describe(`Krippendorff's alpha, ${level}`, alphaSums(rated, level), rated.length)
}

interface Sums {
  readonly units: readonly (readonly number[])[]
  readonly statistic: (sums: Float64Array) => number
}

function alphaSums(items: readonly ItemRatings[], level: MeasurementLevel): Sums {
  if (level === 'interval') return { units: items.map(intervalMoments), statistic: intervalAlpha }
  const categories = sortCategories(items.flat())
  return {
    units: items.map((ratings) => coincidences(ratings, categories)),
    statistic: (sums) => matrixAlpha(sums, categories.length, level),
  }
}

/** Ordered pairs of ratings of one item, each counted 1 / (m − 1), row by row. */
function coincidences(ratings: ItemRatings, categories: readonly string[]): readonly number[] {
  const counts = categories.map((category) => ratings.filter((rating) => rating === category).length)
  return counts.flatMap((first, i) =>
    counts.map((second, j) => (first * (i === j ? second - 1 : second)) / (ratings.length - 1)),
  )
}

function matrixAlpha(matrix: Float64Array, size: number, level: 'nominal' | 'ordinal'): number {
  const use = Array.from({ length: size }, (_, i) =>
    matrix.subarray(i * size, (i + 1) * size).reduce((sum, count) => sum + count, 0),
  )
  const total = use.reduce((sum, count) => sum + count, 0)
  let observed = 0
  let expected = 0
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const distance = level === 'nominal' ? Number(i !== j) : ordinalDistance(use, i, j)
      observed += (matrix[i * size + j] ?? 0) * distance
      expected += ((use[i] ?? 0) * (use[j] ?? 0) * distance) / (total - 1)
    }
  return 1 - observed / expected
}

/** (Σ of the use of the categories from i to j, both ends by half)². */
function ordinalDistance(use: readonly number[], i: number, j: number): number {
  const [low, high] = i < j ? [i, j] : [j, i]
  const between = use.slice(low, high + 1).reduce((sum, count) => sum + count, 0)
  return (between - ((use[low] ?? 0) + (use[high] ?? 0)) / 2) ** 2
}

/** Σ over ordered pairs of (x − y)² / (m − 1), then m, Σ x, Σ x². */
function intervalMoments(ratings: ItemRatings): readonly number[] {
  const values = ratings.map(Number)
  const sum = values.reduce((total, value) => total + value, 0)
  const squares = values.reduce((total, value) => total + value ** 2, 0)
  const m = values.length
  return [(2 * (m * squares - sum ** 2)) / (m - 1), m, sum, squares]
}

function intervalAlpha(sums: Float64Array): number {
  const [observed = 0, n = 0, sum = 0, squares = 0] = sums
  return 1 - observed / ((2 * (n * squares - sum ** 2)) / (n - 1))
}

function describe(name: string, sums: Sums, n: number): Estimate {
  const value = statisticOfAll(sums)
  if (!Number.isFinite(value))
    return { ...notTested, n, clusters: n, method: `${name} is undefined: all ratings alike` }
  const interval = bootstrapSums(sums, drawWith(name, n))
  const size = { n, clusters: n }
  return interval === null
    ? { value, low: null, high: null, ...size, method: `${name}, no interval: too few ratings differ` }
    : { value, ...interval, ...size, method: `${name}, bootstrap 95 % over items` }
}

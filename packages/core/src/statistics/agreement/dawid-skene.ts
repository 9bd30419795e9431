/** What one rater said of one item. */
export interface Rating {
  readonly item: string
  readonly rater: string
  readonly category: string
}

export interface DawidSkene {
  readonly categories: readonly string[]
  /** Estimated share of each category, in their order. */
  readonly prevalence: readonly number[]
  /** For each item the probability of each category, given all ratings of it. */
  readonly items: ReadonlyMap<string, readonly number[]>
  /** For each rater `errors[true category][said category]`: a rater's own error rates. */
  readonly raters: ReadonlyMap<string, readonly (readonly number[])[]>
  readonly logLikelihood: number
}

const maxIterations = 1_000
const tolerance = 1e-12

/**
 * What is true by raters who err in ways of their own: maximum likelihood by EM (Dawid & Skene 1979, Applied Statistics
 * 28:20–28), begun at the shares of the votes. Ratings may be missing, and one rater may rate an item more than once.
 */
export function fitDawidSkene(ratings: readonly Rating[]): DawidSkene {
  const indexes = indexRatings(ratings)
  let beliefs = voteShares(indexes)
  let model = maximise(indexes, beliefs)
  let before = -Infinity
  for (let iteration = 0; iteration < maxIterations; iteration += 1) {
    const expected = expect(indexes, model)
    beliefs = expected.beliefs
    model = maximise(indexes, beliefs)
    if (expected.logLikelihood - before < tolerance) break
    before = expected.logLikelihood
  }
  return describe(indexes, model)
}

/** Names as numbers, and the ratings of each item together. */
interface Indexed {
  readonly categories: readonly string[]
  readonly items: readonly string[]
  readonly raters: readonly string[]
  readonly byItem: readonly (readonly { readonly rater: number; readonly category: number }[])[]
}

/** One row an item, one column a category. */
type Beliefs = readonly Float64Array[]

interface Model {
  readonly prevalence: Float64Array
  /** By rater; cell true × K + said. */
  readonly errors: readonly Float64Array[]
}

function indexRatings(ratings: readonly Rating[]): Indexed {
  const names = (read: (rating: Rating) => string): readonly string[] =>
    [...new Set(ratings.map(read))].sort()
  const categories = names(({ category }) => category)
  const items = names(({ item }) => item)
  const raters = names(({ rater }) => rater)
  const [categoryAt, raterAt] = [placesOf(categories), placesOf(raters)]
  const grouped = Map.groupBy(ratings, ({ item }) => item)
  return {
    categories,
    items,
    raters,
    byItem: items.map((item) =>
      (grouped.get(item) ?? []).map(({ rater, category }) => ({
        rater: raterAt.get(rater) ?? 0,
        category: categoryAt.get(category) ?? 0,
      })),
    ),
  }
}

const placesOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, place) => [name, place]))

function voteShares({ byItem, categories }: Indexed): Beliefs {
  return byItem.map((votes) => {
    const shares = new Float64Array(categories.length)
    for (const { category } of votes) shares[category] = (shares[category] ?? 0) + 1 / votes.length
    return shares
  })
}

/** Prevalence and error rates from what is believed of each item (ibid., 2.3 and 2.4). */
function maximise({ byItem, raters, categories }: Indexed, beliefs: Beliefs): Model {
  const size = categories.length
  const prevalence = new Float64Array(size)
  const errors = raters.map(() => new Float64Array(size * size))
  for (const [item, votes] of byItem.entries())
    for (let truth = 0; truth < size; truth += 1) {
      const belief = beliefs[item]?.[truth] ?? 0
      prevalence[truth] = (prevalence[truth] ?? 0) + belief / byItem.length
      for (const { rater, category } of votes) addTo(errors[rater], truth * size + category, belief)
    }
  for (const table of errors) normaliseRows(table, size)
  return { prevalence, errors }
}

function addTo(table: Float64Array | undefined, cell: number, amount: number): void {
  if (table !== undefined) table[cell] = (table[cell] ?? 0) + amount
}

/** A row that nothing was seen of stays at 0. */
function normaliseRows(table: Float64Array, size: number): void {
  for (let start = 0; start < table.length; start += size) {
    const row = table.subarray(start, start + size)
    const sum = row.reduce((total, value) => total + value, 0)
    if (sum > 0) row.set(row.map((value) => value / sum))
  }
}

/** What to believe of each item under the model (ibid., 2.5), in logarithms, so that many ratings do not underflow. */
function expect(
  { byItem, categories }: Indexed,
  { prevalence, errors }: Model,
): { readonly beliefs: Beliefs; readonly logLikelihood: number } {
  const size = categories.length
  let logLikelihood = 0
  const beliefs = byItem.map((votes) => {
    const logs = prevalence.map((share, truth) =>
      votes.reduce(
        (sum, { rater, category }) => sum + Math.log(errors[rater]?.[truth * size + category] ?? 0),
        Math.log(share),
      ),
    )
    const most = Math.max(...logs)
    const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0)
    logLikelihood += most + Math.log(sum)
    return logs.map((log) => Math.exp(log - most) / sum)
  })
  return { beliefs, logLikelihood }
}

function describe(indexes: Indexed, model: Model): DawidSkene {
  const { categories, items, raters } = indexes
  const { beliefs, logLikelihood } = expect(indexes, model)
  const rows = categories.map((_, row) => row * categories.length)
  return {
    categories,
    prevalence: [...model.prevalence],
    items: new Map(items.map((item, at) => [item, [...(beliefs[at] ?? [])]])),
    raters: new Map(
      raters.map((rater, at) => [
        rater,
        rows.map((start) => Array.from(model.errors[at]?.slice(start, start + categories.length) ?? [])),
      ]),
    ),
    logLikelihood,
  }
}

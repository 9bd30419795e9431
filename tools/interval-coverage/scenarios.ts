import { must } from '../../packages/core/src/must.ts'
import { estimateAuc } from '../../packages/core/src/statistics/agreement/estimate-auc.ts'
import { estimateSpearman } from '../../packages/core/src/statistics/agreement/rank-correlation.ts'
import { estimateAgreement } from '../../packages/core/src/statistics/agreement/two-raters.ts'
import { comparePaired } from '../../packages/core/src/statistics/compare-paired.ts'
import { newcombeInterval } from '../../packages/core/src/statistics/compare-unpaired-rates.ts'
import { correctByOutsideLabels } from '../../packages/core/src/statistics/correction/correct-by-outside-labels.ts'
import { correctByRunLabels } from '../../packages/core/src/statistics/correction/correct-by-run-labels.ts'
import { normalCdf, normalQuantile } from '../../packages/core/src/statistics/distributions/normal.ts'
import { effectiveRate } from '../../packages/core/src/statistics/effective-rate.ts'
import { estimateMean } from '../../packages/core/src/statistics/estimate-mean.ts'
import { estimateMedian, estimateP95 } from '../../packages/core/src/statistics/estimate-quantile.ts'
import { estimateRate } from '../../packages/core/src/statistics/estimate-rate.ts'
import { estimateStratifiedRate } from '../../packages/core/src/statistics/estimate-stratified-rate.ts'
import type { Random } from '../../packages/core/src/statistics/random.ts'
import { bettingInterval } from '../../packages/core/src/statistics/sequential/betting-interval.ts'
import {
  drawClustered,
  drawIndependent,
  drawNormal,
  drawScore,
  isYes,
  repeat,
  type DrawnCase,
} from './draw-cases.ts'

export interface DrawnInterval {
  /** null: no such end is claimed. */
  readonly low: number | null
  readonly high: number | null
  readonly truth: number
}

type Floor = number | null

/** One line of the table: an interval as the product makes it, over cases whose truth is known. */
export interface Scenario {
  readonly name: string
  readonly cases: string
  readonly draws: number
  /** Coverage below which the test fails, at n = 10, 50 and 300; null: too few cases, no interval may be made. */
  readonly floors: readonly [Floor, Floor, Floor]
  readonly draw: (random: Random, n: number, rate: number) => DrawnInterval
}

const plain = 'independent'
const clustered = 'clusters of 5'
type DrawMany = <T>(random: Random, n: number, draw: () => T) => DrawnCase<T>[]
const independently: DrawMany = (_, n, draw) => drawIndependent(n, draw)

const toOutcomes = (cases: readonly DrawnCase<boolean>[]) =>
  cases.map(({ value, clusterKey }) => ({ pass: value, clusterKey }))

const rateBy =
  (drawMany: DrawMany, safety = false): Scenario['draw'] =>
  (random, n, rate) => ({
    ...estimateRate({ outcomes: toOutcomes(drawMany(random, n, () => isYes(random, rate))), safety }),
    truth: rate,
  })

const meanBy =
  (drawMany: DrawMany): Scenario['draw'] =>
  (random, n, mean) => ({
    ...estimateMean(
      drawMany(random, n, () => drawScore(random, mean)),
      { low: 0, high: 1 },
    ),
    truth: mean,
  })

/** Two strata, 7 : 3, that pass at the rate and at nine tenths of it. */
const stratified: Scenario['draw'] = (random, n, rate) => {
  const stratum = (weight: number, size: number, own: number) => ({
    weight,
    outcomes: toOutcomes(drawIndependent(size, () => isYes(random, own))),
  })
  const strata = [stratum(0.7, n / 2, rate), stratum(0.3, n / 2, rate * 0.9)]
  return { ...estimateStratifiedRate(strata), truth: rate * 0.97 }
}

/** The second run is 5 points worse: it loses 8 in 100 cases and gains 3, in as far as there are cases to gain. */
function drawPair(random: Random, rate: number) {
  const u = random.next()
  const gained = Math.min(0.03, 1 - rate)
  const first = u < rate
  return { first: Number(first), second: Number(first ? u >= 0.05 + gained : u < rate + gained) }
}

const pairedBy =
  (drawMany: DrawMany): Scenario['draw'] =>
  (random, n, rate) => {
    const pairs = drawMany(random, n, () => drawPair(random, rate))
    return {
      ...comparePaired(pairs.map(({ value, clusterKey }) => ({ ...value, clusterKey }))),
      truth: -0.05,
    }
  }

const pairedScores: Scenario['draw'] = (random, n, mean) => {
  const pairs = repeat(n, () => {
    const first = drawScore(random, mean)
    return { first, second: 0.9 * first + 0.1 * random.next() }
  })
  return { ...comparePaired(pairs), truth: 0.05 - 0.1 * mean }
}

const unpairedBy =
  (drawMany: DrawMany): Scenario['draw'] =>
  (random, n, rate) => {
    const run = (own: number) => toOutcomes(drawMany(random, n, () => isYes(random, own)))
    const [before, after] = [effectiveRate(run(rate)), effectiveRate(run(rate - 0.05))]
    return { ...newcombeInterval(must(before, 'run'), must(after, 'run')), truth: -0.05 }
  }

/** Half of a test set of 2n, in random order: the interval after the last look holds iff it held at every one. */
const bettingHalf: Scenario['draw'] = (random, n, rate) => {
  const ones = Math.round(2 * n * rate)
  const order = random.sample(
    repeat(2 * n, (index) => Number(index < ones)),
    n,
  )
  return { ...bettingInterval(order, { alpha: 0.05, population: 2 * n }), truth: ones / (2 * n) }
}

const bettingEndless: Scenario['draw'] = (random, n, rate) => ({
  ...bettingInterval(repeat(n, () => Number(isYes(random, rate)))),
  truth: rate,
})

const judgeOf = (random: Random, label: boolean): boolean => (isYes(random, 0.1) ? !label : label)

const refused = { low: null, high: null }

/** n verdicts of a judge that is right in nine of ten, as 100 labels of each kind from elsewhere show. */
const outsideLabels: Scenario['draw'] = (random, n, rate) => {
  const verdicts = repeat(n, () => ({ pass: judgeOf(random, isYes(random, rate)) }))
  const labels = repeat(200, (index) => ({ label: index < 100, judged: judgeOf(random, index < 100) }))
  const corrected = correctByOutsideLabels(verdicts, labels)
  return { ...(corrected.kind === 'corrected' ? corrected.estimate : refused), truth: rate }
}

/** The same judge over 600 labelled cases of the run and n more. */
const runLabels: Scenario['draw'] = (random, n, rate) => {
  const labelled = repeat(600, () => {
    const label = isYes(random, rate)
    return { label, judged: judgeOf(random, label) }
  })
  const unlabelled = repeat(n, () => ({ judged: judgeOf(random, isYes(random, rate)) }))
  const corrected = correctByRunLabels(labelled, unlabelled)
  return { ...(corrected.kind === 'corrected' ? corrected.estimate : refused), truth: rate }
}

/** Two raters who each mistake one case in ten. */
const agreementOf =
  (figure: 'kappa' | 'ac1'): Scenario['draw'] =>
  (random, n, rate) => {
    const pairs = repeat(n, () => {
      const label = isYes(random, rate)
      return { first: String(judgeOf(random, label)), second: String(judgeOf(random, label)) }
    })
    const use = 0.1 + 0.8 * rate
    const chance = figure === 'kappa' ? use ** 2 + (1 - use) ** 2 : 2 * use * (1 - use)
    return {
      ...estimateAgreement(pairs, { categories: ['false', 'true'] })[figure],
      truth: (0.82 - chance) / (1 - chance),
    }
  }

/** Normal scores; the AUC is the given rate. */
const auc: Scenario['draw'] = (random, n, rate) => {
  const apart = Math.SQRT2 * normalQuantile(rate)
  const cases = repeat(n, (index) => ({
    positive: index % 2 === 0,
    score: drawNormal(random) + (index % 2 === 0 ? apart : 0),
  }))
  return { ...estimateAuc(cases), truth: normalCdf(apart / Math.SQRT2) }
}

const spearman: Scenario['draw'] = (random, n, rho) => {
  const linear = 2 * Math.sin((Math.PI * rho) / 6)
  const pairs = repeat(n, () => {
    const first = drawNormal(random)
    return { first, second: linear * first + Math.sqrt(1 - linear ** 2) * drawNormal(random) }
  })
  return { ...estimateSpearman(pairs), truth: rho }
}

/** Latencies that grow by factors; the column is no rate here, so all three are alike. */
const quantileOf =
  (estimate: typeof estimateMedian, truth: number): Scenario['draw'] =>
  (random, n) => ({
    ...estimate(repeat(n, () => Math.exp(drawNormal(random)))),
    truth: Math.exp(normalQuantile(truth)),
  })

export const scenarios: readonly Scenario[] = [
  { name: 'rate', cases: plain, draws: 2000, floors: [0.91, 0.89, 0.93], draw: rateBy(independently) },
  { name: 'rate', cases: clustered, draws: 1000, floors: [0.94, 0.95, 0.88], draw: rateBy(drawClustered) },
  {
    name: 'rate, safety',
    cases: plain,
    draws: 2000,
    floors: [0.97, 0.95, 0.93],
    draw: rateBy(independently, true),
  },
  {
    name: 'rate, safety',
    cases: clustered,
    draws: 2000,
    floors: [0.98, 0.96, 0.89],
    draw: rateBy(drawClustered, true),
  },
  { name: 'rate over two strata', cases: plain, draws: 2000, floors: [0.92, 0.92, 0.92], draw: stratified },
  { name: 'mean score', cases: plain, draws: 1000, floors: [0.45, 0.75, 0.92], draw: meanBy(independently) },
  {
    name: 'mean score',
    cases: clustered,
    draws: 1000,
    floors: [0.47, 0.63, 0.83],
    draw: meanBy(drawClustered),
  },
  {
    name: 'median',
    cases: plain,
    draws: 2000,
    floors: [0.96, 0.94, 0.94],
    draw: quantileOf(estimateMedian, 0.5),
  },
  {
    name: '95th percentile',
    cases: plain,
    draws: 2000,
    floors: [0.97, 0.94, 0.9],
    draw: quantileOf(estimateP95, 0.95),
  },
  {
    name: 'difference, paired',
    cases: plain,
    draws: 2000,
    floors: [0.98, 0.94, 0.93],
    draw: pairedBy(independently),
  },
  {
    name: 'difference, paired',
    cases: clustered,
    draws: 400,
    floors: [0.98, 0.98, 0.93],
    draw: pairedBy(drawClustered),
  },
  {
    name: 'difference of scores, paired',
    cases: plain,
    draws: 200,
    floors: [0.98, 0.9, 0.92],
    draw: pairedScores,
  },
  {
    name: 'difference, unpaired',
    cases: plain,
    draws: 2000,
    floors: [0.92, 0.94, 0.93],
    draw: unpairedBy(independently),
  },
  {
    name: 'difference, unpaired',
    cases: clustered,
    draws: 1000,
    floors: [0.95, 0.93, 0.91],
    draw: unpairedBy(drawClustered),
  },
  { name: 'early stop, n of 2n', cases: plain, draws: 500, floors: [0.97, 0.95, 0.95], draw: bettingHalf },
  { name: 'early stop, endless', cases: plain, draws: 500, floors: [0.98, 0.95, 0.95], draw: bettingEndless },
  {
    name: 'corrected by outside labels',
    cases: plain,
    draws: 2000,
    floors: [0.94, 0.93, 0.92],
    draw: outsideLabels,
  },
  { name: 'corrected by run labels', cases: plain, draws: 1000, floors: [0.93, 0.93, 0.93], draw: runLabels },
  { name: "Cohen's kappa", cases: plain, draws: 200, floors: [null, 0.89, 0.91], draw: agreementOf('kappa') },
  { name: "Gwet's AC1", cases: plain, draws: 200, floors: [null, 0.93, 0.93], draw: agreementOf('ac1') },
  { name: 'AUC', cases: plain, draws: 2000, floors: [0.88, 0.94, 0.92], draw: auc },
  { name: "Spearman's rho", cases: plain, draws: 2000, floors: [0.9, 0.88, 0.92], draw: spearman },
]

import { clusterBootstrapInterval } from '../src/statistics/cluster-bootstrap.ts'
import { groupClusters } from '../src/statistics/group-clusters.ts'
import { createRandom } from '../src/statistics/random.ts'

/** Cluster bootstrap with 10,000 resamples over 5,000 items, against the same in plain arrays and closures. Budget: 300 ms. */
const ITEMS = 5_000
const RESAMPLES = 10_000

const random = createRandom('bootstrap-bench')
const values = Array.from({ length: ITEMS }, (_, index) => ({
  value: random.next(),
  clusterKey: `fact ${Math.floor(index / 2)}`,
}))
const single = groupClusters(values.map(({ value }) => ({ value })))
const uneven = groupClusters(values.map(({ value }, index) => ({ value, weight: 1 + (index % 3) })))

report('equal weights', () => clusterBootstrapInterval(single, 0.95, RESAMPLES))
report('weighted', () => clusterBootstrapInterval(uneven, 0.95, RESAMPLES))
report('in 2,500 clusters', () => clusterBootstrapInterval(groupClusters(values), 0.95, RESAMPLES))
report('plain arrays (baseline)', plainBootstrap, 2)

function report(name: string, run: () => unknown, rounds = 7): void {
  const times = Array.from({ length: rounds }, () => timed(run)).sort((left, right) => left - right)
  const median = times[Math.floor(times.length / 2)] ?? 0
  console.log(
    `${name.padEnd(26)} median ${median.toFixed(0)} ms, slowest ${(times.at(-1) ?? 0).toFixed(0)} ms (budget 300 ms)`,
  )
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function plainBootstrap(): readonly number[] {
  const plain = values.map(({ value }) => value)
  return Array.from({ length: RESAMPLES }, () => {
    const drawn = plain.map(() => plain[random.integer(ITEMS)] ?? 0)
    return drawn.reduce((sum, value) => sum + value, 0) / ITEMS
  }).sort((left, right) => left - right)
}

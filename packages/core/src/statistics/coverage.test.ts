import { expect, test } from 'vitest'
import { comparePaired } from './compare-paired.ts'
import type { Estimate, Outcome } from './estimate.ts'
import { estimateRate } from './estimate-rate.ts'
import { createRandom, type Random } from './random.ts'

interface Row {
  readonly what: string
  readonly coverage: number
  readonly floor: number
}

const yes = (random: Random, rate: number): boolean => random.next() < rate

const independent = (random: Random, n: number, rate: number): Outcome[] =>
  Array.from({ length: n }, () => ({ pass: yes(random, rate) }))

/** Clusters whose own rate is 0 or 1 with probability `agreement`, else the common rate: agreement is the ICC. */
function clustered(
  random: Random,
  [clusters, size]: readonly [number, number],
  rate: number,
  agreement: number,
) {
  return Array.from({ length: clusters }, (_, key) => {
    const own = yes(random, agreement) ? Number(yes(random, rate)) : rate
    return Array.from({ length: size }, () => ({ pass: yes(random, own), clusterKey: `c${key}` }))
  }).flat()
}

function coverage(draws: number, rate: number, draw: (random: Random) => Estimate): number {
  const random = createRandom(`coverage ${rate}`)
  let held = 0
  for (let i = 0; i < draws; i += 1) {
    const { low, high } = draw(random)
    if (low !== null && high !== null && low <= rate && rate <= high) held += 1
  }
  return held / draws
}

const rates = [0.1, 0.5, 0.8, 0.95]

function rateRows(): Row[] {
  return rates.flatMap((rate) => [
    {
      what: `estimateRate, n = 40, rate ${rate}`,
      coverage: coverage(2000, rate, (random) => estimateRate({ outcomes: independent(random, 40, rate) })),
      floor: 0.92,
    },
    {
      what: `safety bound, n = 40, rate ${rate}`,
      coverage: coverage(2000, rate, (random) =>
        estimateRate({ outcomes: independent(random, 40, rate), safety: true }),
      ),
      floor: 0.94,
    },
    {
      what: `design effect, 12 × 4, ICC 0.5, rate ${rate}`,
      coverage: coverage(2000, rate, (random) =>
        estimateRate({ outcomes: clustered(random, [12, 4], rate, 0.5) }),
      ),
      floor: 0.9,
    },
    {
      what: `cluster bootstrap, 30 × 4, ICC 0.5, rate ${rate}`,
      coverage: coverage(250, rate, (random) =>
        estimateRate({ outcomes: clustered(random, [30, 4], rate, 0.5) }),
      ),
      floor: 0.9,
    },
  ])
}

/** What goes wrong when clusters are ignored: the reason for the rule. */
function naiveCoverage(rate: number): number {
  return coverage(2000, rate, (random) => {
    const outcomes = clustered(random, [30, 4], rate, 0.5)
    return estimateRate({ outcomes: outcomes.map(({ pass }) => ({ pass })) })
  })
}

function pairedCoverage(): number {
  const random = createRandom('paired coverage')
  const draws = 2000
  let held = 0
  for (let i = 0; i < draws; i += 1) {
    const pairs = Array.from({ length: 40 }, () => {
      const u = random.next()
      return { first: u < 0.7 ? 1 : 0, second: u < 0.6 || (u >= 0.7 && u < 0.85) ? 1 : 0 }
    })
    const { low, high } = comparePaired(pairs)
    if ((low ?? 1) <= 0.05 && 0.05 <= (high ?? 0)) held += 1
  }
  return held / draws
}

test('95 % intervals cover the true rate about that often', () => {
  const rows = [
    ...rateRows(),
    { what: 'Tango, 40 pairs, difference 0.05', coverage: pairedCoverage(), floor: 0.93 },
  ]
  const naive = naiveCoverage(0.8)
  const table = rows.map(
    ({ what, coverage: found, floor }) => `${what.padEnd(48)} ${found.toFixed(3)}  (≥ ${floor})`,
  )
  process.stdout.write(
    `${table.join('\n')}\n${'clusters ignored, 30 × 4, rate 0.8'.padEnd(48)} ${naive.toFixed(3)}\n`,
  )
  for (const row of rows) expect(row.coverage, row.what).toBeGreaterThanOrEqual(row.floor)
  expect(naive).toBeLessThan(0.88)
})

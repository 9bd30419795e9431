import { createRandom } from '../../packages/core/src/statistics/random.ts'
import { scenarios, type Scenario } from './scenarios.ts'

export const sizes = [10, 50, 300] as const
export const rates = [0.5, 0.9, 0.98] as const

export interface CoverageRow {
  readonly name: string
  readonly cases: string
  readonly n: number
  readonly floor: number | null
  /** One for each of `rates`; null where no interval is made at all. */
  readonly coverage: readonly (number | null)[]
}

/** The same on every machine: each cell has its own seed. */
export const measureCoverage = (chosen: readonly Scenario[] = scenarios): readonly CoverageRow[] =>
  chosen.flatMap((scenario) =>
    sizes.map((n, index) => ({
      name: scenario.name,
      cases: scenario.cases,
      n,
      floor: scenario.floors[index] ?? null,
      coverage: rates.map((rate) => coverageOf(scenario, n, rate)),
    })),
  )

/** Share of draws whose interval holds the truth; an end that is not claimed holds. Draws without any end do not count. */
function coverageOf({ name, cases, draws, draw }: Scenario, n: number, rate: number): number | null {
  const random = createRandom(`${name}, ${cases}, ${n}, ${rate}`)
  let held = 0
  let claimed = 0
  for (let index = 0; index < draws; index += 1) {
    const { low, high, truth } = draw(random, n, rate)
    if (low === null && high === null) continue
    claimed += 1
    // A truth that is a multiple of 1/n may be missed by the last bit.
    if ((low ?? -Infinity) <= truth + 1e-9 && truth - 1e-9 <= (high ?? Infinity)) held += 1
  }
  return claimed === 0 ? null : held / claimed
}

import { estimateMean } from './estimate-mean.ts'
import type { Estimate } from './estimate.ts'

/** One case, asked `attempts` times, of which `passes` passed. */
export interface AttemptTally {
  readonly attempts: number
  readonly passes: number
  readonly clusterKey?: string | undefined
}

/**
 * Chance that at least one of k attempts passes, without bias from n attempts with c passes:
 * 1 − C(n−c, k) / C(n, k) (Chen et al. 2021, arXiv 2107.03374, §2.1). null under k attempts.
 */
export function passAtK({ attempts, passes }: AttemptTally, k: number): number | null {
  if (attempts < k) return null
  return 1 - drawAll(attempts - passes, attempts, k)
}

/**
 * pass^k, the chance that all of k attempts pass: C(c, k) / C(n, k) (Yao et al. 2024, arXiv 2406.12045, §3).
 * null under k attempts.
 */
export function passHatK({ attempts, passes }: AttemptTally, k: number): number | null {
  return attempts < k ? null : drawAll(passes, attempts, k)
}

/** pass@k over cases, as a mean with its interval. Cases of fewer than k attempts are not in n. */
export const estimatePassAtK = (tallies: readonly AttemptTally[], k: number): Estimate =>
  estimateOver(tallies, (tally) => passAtK(tally, k))

export const estimatePassHatK = (tallies: readonly AttemptTally[], k: number): Estimate =>
  estimateOver(tallies, (tally) => passHatK(tally, k))

function estimateOver(
  tallies: readonly AttemptTally[],
  measure: (tally: AttemptTally) => number | null,
): Estimate {
  const values = tallies.flatMap((tally) => {
    const value = measure(tally)
    return value === null ? [] : [{ value, clusterKey: tally.clusterKey }]
  })
  return estimateMean(values, { low: 0, high: 1 })
}

/** C(marked, k) / C(all, k): that k draws without replacement are all marked. */
function drawAll(marked: number, all: number, k: number): number {
  let chance = 1
  for (let draw = 0; draw < k; draw += 1) chance *= Math.max(0, marked - draw) / (all - draw)
  return chance
}

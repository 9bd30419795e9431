import { binomialCdf, binomialProbability } from './distributions/binomial.ts'

/**
 * Two-sided mid-P McNemar test from the discordant counts (Fagerland, Lydersen & Laake 2013, BMC Medical Research
 * Methodology 13:91). No discordant pair is no evidence: 1.
 */
export function mcnemarMidP(gained: number, lost: number): number {
  const discordant = gained + lost
  if (discordant === 0) return 1
  const point = binomialProbability(gained, discordant, 0.5)
  if (gained === lost) return 1 - point / 2
  return Math.min(1, 2 * binomialCdf(Math.min(gained, lost), discordant, 0.5) - point)
}

import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import { noncentralTCdf } from '../distributions/noncentral-t.ts'
import { studentTQuantile } from '../distributions/student-t.ts'
import type { PowerDesign, PowerSettings } from './power-design.ts'

/**
 * Chance that a comparison finds a true `difference` with `cases` (of each run, where unpaired), either sign's test
 * counted on the side of the difference only for rates.
 *
 * Paired rates: Connor (1987, Biometrics 43:207–211), Φ((|δ|√n − z√ψ) / √(ψ − δ²)), ψ the discordance.
 * Unpaired rates: Φ((|δ|√n − z√(2 p̄ q̄)) / √(p₁q₁ + p₂q₂)) (Fleiss, Levin & Paik 2003 §4.2, no continuity correction).
 * Means: noncentral t with n − 1 or 2n − 2 degrees of freedom (Cohen 1988 §2), both tails.
 * Null for a difference that cannot be: |δ| over the discordance, a rate outside [0, 1].
 */
export function computePower(
  design: PowerDesign,
  { cases, difference }: { readonly cases: number; readonly difference: number },
  { alpha = 0.05, designEffect = 1 }: PowerSettings = {},
): number | null {
  const n = cases / designEffect
  switch (design.kind) {
    case 'paired rates':
      return pairedRates(design.discordance, Math.abs(difference), n, alpha)
    case 'unpaired rates':
      return unpairedRates(design.baseline, difference, n, alpha)
    case 'paired means':
      return means((Math.abs(difference) / design.standardDeviation) * Math.sqrt(n), n - 1, alpha)
    case 'unpaired means':
      return means((Math.abs(difference) / design.standardDeviation) * Math.sqrt(n / 2), 2 * n - 2, alpha)
  }
}

const criticalZ = (alpha: number): number => normalQuantile(1 - alpha / 2)

function pairedRates(discordance: number, difference: number, n: number, alpha: number): number | null {
  if (difference > discordance || discordance > 1) return null
  const excess = difference * Math.sqrt(n) - criticalZ(alpha) * Math.sqrt(discordance)
  return phiOf(excess, Math.sqrt(Math.max(0, discordance - difference ** 2)))
}

function unpairedRates(baseline: number, difference: number, n: number, alpha: number): number | null {
  const other = baseline + difference
  if (other < 0 || other > 1) return null
  const pooled = (baseline + other) / 2
  const excess = Math.abs(difference) * Math.sqrt(n) - criticalZ(alpha) * Math.sqrt(2 * pooled * (1 - pooled))
  return phiOf(excess, Math.sqrt(baseline * (1 - baseline) + other * (1 - other)))
}

/** Φ(excess / spread), also where nothing spreads. */
const phiOf = (excess: number, spread: number): number =>
  spread === 0 ? Number(excess > 0) : normalCdf(excess / spread)

function means(noncentrality: number, degreesOfFreedom: number, alpha: number): number {
  if (degreesOfFreedom < 1) return 0
  const critical = studentTQuantile(1 - alpha / 2, degreesOfFreedom)
  return (
    1 -
    noncentralTCdf(critical, degreesOfFreedom, noncentrality) +
    noncentralTCdf(-critical, degreesOfFreedom, noncentrality)
  )
}

import { adjustBenjaminiHochberg } from './adjust-benjamini-hochberg.ts'
import { compareUnpairedRates } from './compare-unpaired-rates.ts'
import type { MeasuredDifference } from './difference.ts'
import type { Outcome } from './estimate.ts'

export const minSliceCases = 10
const falseDiscoveryRate = 0.1

export interface Slice {
  readonly name: string
  readonly inside: readonly Outcome[]
  /** All other cases of the run. */
  readonly outside: readonly Outcome[]
}

/** An exploratory finding: it was looked for in the same data it is tested on. */
export interface ScreenedSlice extends MeasuredDifference {
  readonly name: string
  /** Benjamini–Hochberg over all slices screened together. */
  readonly adjustedPValue: number
  readonly found: boolean
}

/**
 * Slices whose rate differs from the rest, at a false discovery rate of 10 % (methods §3). Slices of fewer than
 * 10 cases, inside or outside, are not screened. A difference is inside minus outside.
 */
export function screenSlices(slices: readonly Slice[]): readonly ScreenedSlice[] {
  const large = slices.filter(
    ({ inside, outside }) => Math.min(inside.length, outside.length) >= minSliceCases,
  )
  const measured = large.map(({ name, inside, outside }) => ({
    name,
    ...compareUnpairedRates(outside, inside),
  }))
  const adjusted = adjustBenjaminiHochberg(measured.map(({ pValue }) => pValue ?? 1))
  return measured.map((slice, index) => {
    const adjustedPValue = adjusted[index] ?? 1
    return { ...slice, adjustedPValue, found: adjustedPValue <= falseDiscoveryRate }
  })
}

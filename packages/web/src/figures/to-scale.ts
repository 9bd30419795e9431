/** Place of a value on an axis, as a percentage of its length, kept within it. */
export const toScale = (value: number, [from, to]: readonly [number, number]): string =>
  `${(Math.min(1, Math.max(0, (value - from) / (to - from))) * 100).toFixed(2)}%`

/** An axis around zero that holds all the values: half its length in tenths, at least 0.1. */
export function symmetricScale(values: readonly (number | null)[]): readonly [number, number] {
  const furthest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  const half = Math.min(1, Math.max(0.1, Math.ceil(furthest * 10 - 1e-9) / 10))
  return [-half, half]
}

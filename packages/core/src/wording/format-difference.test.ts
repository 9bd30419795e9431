import type { Difference } from '@assay/contracts'
import { expect, it } from 'vitest'
import { formatDifference } from './format-difference.ts'

const difference = (
  verdict: Difference['verdict'],
  value: number,
  low: number,
  high: number,
): Difference => ({
  verdict,
  difference: value,
  low,
  high,
  pValue: 0.01,
  pairs: 40,
  margin: 0.03,
  pairsNeeded: 310,
  method: 'Tango 95 %',
})

it.each([
  [difference('worse', -0.21, -0.34, -0.08), 'worse by 21 points (8–34, 40 pairs)'],
  [difference('better', 0.1, 0.04, 0.16), 'better by 10 points (4–16, 40 pairs)'],
  [
    difference('no meaningful difference', 0.005, -0.01, 0.02),
    'no meaningful difference (−1 to +2 points, margin 3, 40 pairs)',
  ],
  [
    difference('not enough cases to tell', -0.02, -0.1, 0.06),
    'not enough cases to tell (−10 to +6 points, 40 pairs; about 310 would do)',
  ],
  [difference('not tested', 0, 0, 0), 'not tested'],
])('writes a verdict in the same words everywhere (%#)', (each, text) => {
  expect(formatDifference(each)).toBe(text)
})

it('says "not tested" where there is no figure', () => {
  const none = { ...difference('worse', 0, 0, 0), difference: null, low: null, high: null }
  expect(formatDifference(none)).toBe('not tested')
})

it('names the cases of each run where they are different ones', () => {
  const apart = { ...difference('not enough cases to tell', 0.12, -0.03, 0.26), pairs: 76, pairsNeeded: 250 }
  expect(formatDifference({ ...apart, cases: { first: 76, second: 80 } })).toBe(
    'not enough cases to tell (−3 to +26 points, 76 and 80 cases; about 250 each would do)',
  )
  expect(formatDifference({ ...apart, cases: { first: 80, second: 80 }, pairsNeeded: null })).toBe(
    'not enough cases to tell (−3 to +26 points, 80 cases each)',
  )
})

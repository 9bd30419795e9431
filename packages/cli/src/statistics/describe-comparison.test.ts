import { comparePaired, decideVerdict, type Pair } from '@assay/core/statistics'
import { expect, test } from 'vitest'
import { compareRates } from './compare-files.ts'
import { outcomesOf } from './counts.ts'
import { describeComparison } from './describe-comparison.ts'

test('rates of different cases name the cases of both', () => {
  const compared = compareRates(outcomesOf(46, 76), outcomesOf(58, 80), undefined)
  expect(describeComparison(compared).split('\n')[0]).toMatch(
    /^The second against the first: not enough cases to tell \(−3 to \+26 points, 76 and 80 cases; about \d+ each would do\)$/,
  )
})

const describe = (pairs: readonly Pair[], isShare = true): string =>
  describeComparison({
    difference: decideVerdict(comparePaired(pairs)),
    isPaired: true,
    isShare,
    sides: 'was, is',
    leftOut: 0,
  })

test('no number of pairs is named from under 10', () => {
  const pairs = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ first: Number(i > 1 && i < 5), second: Number(i < 2) }))
  expect(describe(pairs(9))).toContain('not enough cases to tell (−54 to +37 points, 9 pairs)\n')
  expect(describe(pairs(20))).toMatch(/20 pairs; about \d+ would do\)\n/)
})

test('what is not clustered is not said to be', () => {
  const pairs = Array.from({ length: 24 }, (_, i) => ({ first: 100, second: 100 + 30 * Math.sin(i) }))
  expect(describe(pairs, false)).not.toContain('cluster')
})

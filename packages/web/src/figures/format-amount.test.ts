import { expect, it } from 'vitest'
import { formatMoney, formatTokens } from './format-amount.ts'

it('writes money with as many digits as say something', () => {
  expect([null, 0, 0.00004, 0.0012, 0.04, 1204.5].map(formatMoney)).toEqual([
    'unknown',
    '$0',
    '<$0.0001',
    '$0.0012',
    '$0.04',
    '$1,204.50',
  ])
})

it('shortens tokens', () => {
  expect([840, 12_400, 99_950, 1_200_000].map(formatTokens)).toEqual(['840', '12.4k', '100k', '1.2M'])
})

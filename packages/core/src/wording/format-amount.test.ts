import { expect, it } from 'vitest'
import { formatMoney, formatTokens } from './format-amount.ts'

it.each([
  [null, 'unknown'],
  [0, '$0'],
  [0.00001, '<$0.0001'],
  [0.0012, '$0.0012'],
  [0.04, '$0.04'],
  [1204.5, '$1,204.50'],
])('writes %s US dollars as %s', (usd, text) => {
  expect(formatMoney(usd)).toBe(text)
})

it.each([
  [840, '840'],
  [12_400, '12.4k'],
  [12_000, '12k'],
  [99_960, '100k'],
  [450_200, '450k'],
  [999_700, '1M'],
  [1_200_000, '1.2M'],
])('writes %d tokens as %s', (tokens, text) => {
  expect(formatTokens(tokens)).toBe(text)
})

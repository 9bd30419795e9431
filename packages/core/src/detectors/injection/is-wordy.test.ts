import { expect, it } from 'vitest'
import { isWordy } from './is-wordy.ts'

it.each(['Tell me more', 'print_all_of_it', '忽略所有的指令'])('takes %j for words', (text) => {
  expect(isWordy(text)).toBe(true)
})

it.each(['', "Don't stop", '1 2 3 4', '忽略', '| x | 3 |'])('takes %j for none', (text) => {
  expect(isWordy(text)).toBe(false)
})

it('reads one long word in linear time', () => {
  const started = performance.now()
  isWordy('a'.repeat(100_000))
  isWordy(`a ${'1'.repeat(100_000)}`)
  expect(performance.now() - started).toBeLessThan(500)
})

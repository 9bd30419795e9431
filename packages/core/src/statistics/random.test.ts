import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const take = (seed: string | number, count: number): number[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

test('the same seed gives the same stream, another seed another', () => {
  expect(take('run 7', 50)).toEqual(take('run 7', 50))
  expect(take('run 7', 50)).not.toEqual(take('run 8', 50))
  expect(take(7, 5)).toEqual(take('7', 5))
})

test('the stream never changes between versions: stored runs name their seed', () => {
  expect(take('assay', 3).map((value) => Math.round(value * 2 ** 32))).toEqual([
    375_464_320, 3_269_592_529, 2_884_234_810,
  ])
})

test('numbers are uniform: a chi-squared over 20 bins, for neighbouring seeds', () => {
  for (const seed of [0, 1, 2, 'a', 'b']) {
    const bins = Array.from({ length: 20 }, () => 0)
    for (const value of take(seed, 20_000)) bins[Math.floor(value * 20)]! += 1
    const chiSquared = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquared).toBeLessThan(43.8) // 99.9 % point with 19 degrees of freedom
  }
})

test('first numbers of neighbouring seeds are unrelated', () => {
  const firsts = Array.from({ length: 2000 }, (_, seed) => createRandom(seed).next())
  const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length
  const lagged = firsts.slice(1).map((value, i) => (value - 0.5) * ((firsts[i] ?? 0) - 0.5) * 12)
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.03)
  expect(Math.abs(lagged.reduce((sum, value) => sum + value, 0) / lagged.length)).toBeLessThan(0.1)
})

test('shuffle keeps the items, leaves its argument alone and reaches every order about equally often', () => {
  const random = createRandom('orders')
  const items = ['a', 'b', 'c'] as const
  const counts = new Map<string, number>()
  for (let round = 0; round < 6000; round += 1) {
    const order = random.shuffle(items).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130)
  expect(items).toEqual(['a', 'b', 'c'])
})

test('a sample holds different items of the list, as many as asked for or all', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(30), fc.string(), (items, count, seed) => {
      const drawn = createRandom(seed).sample(items, count)
      expect(drawn).toHaveLength(Math.min(count, items.length))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn.every((item) => items.includes(item))).toBe(true)
    }),
  )
})

test('whole numbers stay below their bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.string(), (bound, seed) => {
      const drawn = createRandom(seed).integer(bound)
      expect(Number.isInteger(drawn) && drawn >= 0 && drawn < bound).toBe(true)
    }),
  )
})

test('filling many integers at once gives what single draws give, and goes on from there', () => {
  const [single, filled] = [createRandom('fill'), createRandom('fill')]
  const target = new Uint32Array(500)
  for (const bound of [1, 7, 5_000, 4_000_000_000]) {
    filled.fillIntegers(target, bound)
    expect([...target]).toEqual(Array.from(target, () => single.integer(bound)))
  }
  expect(filled.next()).toBe(single.next())
})

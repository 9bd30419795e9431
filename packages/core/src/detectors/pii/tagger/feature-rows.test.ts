import fc from 'fast-check'
import { expect, it } from 'vitest'
import { indexFeatures } from './feature-rows.ts'

it('knows the row of each of its hashes, and of no other', () => {
  const hash = fc.integer({ min: 0, max: 2 ** 24 - 1 })
  fc.assert(
    fc.property(fc.uniqueArray(hash, { maxLength: 300 }), fc.array(hash), (hashes, others) => {
      const rows = indexFeatures(Int32Array.from(hashes))
      for (const one of [...hashes, ...others]) expect(rows.rowOf(one)).toBe(hashes.indexOf(one))
    }),
  )
})

it('knows hashes apart that fall into one place', () => {
  const rows = indexFeatures(Int32Array.of(64, 128, 192))
  expect([64, 128, 192, 256, 0].map((hash) => rows.rowOf(hash))).toEqual([0, 1, 2, -1, -1])
})

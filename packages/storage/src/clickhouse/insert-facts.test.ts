import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countInsertRows, maxInsertBytes, maxInsertRows } from './insert-facts.ts'

it('parts rows into inserts that are small enough, all of them and in order', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(sizes, (rows) => {
      let from = 0
      while (from < rows.length) {
        const count = countInsertRows(rows, from)
        const bytes = rows.slice(from, from + count).reduce((sum, size) => sum + size, 0)
        expect(count).toBeGreaterThan(0)
        expect(count === 1 || bytes <= maxInsertBytes).toBe(true)
        from += count
      }
      expect(from).toBe(rows.length)
    }),
  )
})

it('sends a row that is larger than an insert should be alone, and never more rows than stay one block', () => {
  expect(countInsertRows([9_000_000, 1], 0)).toBe(1)
  expect(
    countInsertRows(
      Array.from({ length: 20_000 }, () => 1),
      0,
    ),
  ).toBe(maxInsertRows)
})

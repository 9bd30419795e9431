import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EditCounter } from './edit-distance.ts'
import { countLcs, findLcsPositions } from './longest-common-subsequence.ts'

const sequence = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 120 })

const edits = new EditCounter()

/** Wagner and Fischer's table. */
function fillTable(left: readonly number[], right: readonly number[]): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (const [row, symbol] of left.entries()) {
    const current = [row + 1]
    for (const [column, other] of right.entries()) {
      const diagonal = above[column]! + (symbol === other ? 0 : 1)
      current.push(Math.min(diagonal, above[column + 1]! + 1, current[column]! + 1))
    }
    above = current
  }
  return above[right.length]!
}

test('the bit-parallel distance is the table’s, in one block and in several', () => {
  fc.assert(
    fc.property(sequence, sequence, (left, right) => {
      expect(edits.count(left, right)).toBe(fillTable(left, right))
    }),
    { numRuns: 500 },
  )
})

test('the positions found are a common subsequence of the longest length', () => {
  fc.assert(
    fc.property(sequence, sequence, (left, right) => {
      const positions = findLcsPositions(left, right).toReversed()
      expect(positions).toHaveLength(countLcs(left, right))
      let from = -1
      for (const position of positions) {
        from = right.indexOf(left[position]!, from + 1)
        expect(from).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})

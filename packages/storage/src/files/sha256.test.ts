import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

it('of a long text is that of the whole, wherever its slices end', () => {
  for (const shift of [0, 1, 2])
    for (const text of ['ab', 'ü€', '😀'])
      for (const length of [1, 65_536, 200_003]) {
        const long = 'x'.repeat(shift) + text.repeat(length)
        expect(sha256(long)).toBe(hash('sha256', long))
      }
})

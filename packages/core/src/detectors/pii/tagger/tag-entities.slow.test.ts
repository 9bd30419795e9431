import { expect, it } from 'vitest'
import { tagEntities } from './tag-entities.ts'

it.each(['a', 'Anna ', '12 ', '\n', ', ', 'Mr. ', '🏠', 'Street 1, ', '(', ':', 'A-', '\u0301'])(
  'takes time in proportion to the length of %j, repeated',
  async (piece) => {
    const measure = async (length: number): Promise<number> => {
      const text = piece.repeat(Math.ceil(length / piece.length))
      const started = performance.now()
      await tagEntities(text)
      return performance.now() - started
    }
    await measure(5000)
    expect(await measure(100_000)).toBeLessThan(20 * Math.max(await measure(25_000), 10))
  },
)

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRandom } from '../statistics/random.ts'
import { createId } from './create-id.ts'

it('is a UUIDv7 that carries its time and sorts by it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.nat(), (time, seed) => {
      const random = createRandom(seed)
      const id = createId({ now: () => time }, () => random.next())
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(time)
      expect(createId({ now: () => time + 1 }, () => random.next()) > id).toBe(true)
    }),
  )
})

it('does not repeat itself within a millisecond', () => {
  const random = createRandom('ids')
  const ids = Array.from({ length: 10_000 }, () => createId({ now: () => 0 }, () => random.next()))
  expect(new Set(ids).size).toBe(ids.length)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DetectedSpan } from '../ports/detector.ts'
import { resolveOverlaps } from './resolve-overlaps.ts'

const span = (start: number, end: number, score: number): DetectedSpan => ({
  start,
  end,
  label: 'secret',
  score,
})
const overlap = (a: DetectedSpan, b: DetectedSpan) => a.start < b.end && b.start < a.end

it('keeps what lies within a span that a surer one crosses out', () => {
  const [long, within, surer] = [span(0, 20, 0.5), span(2, 6, 0.4), span(15, 30, 0.9)]
  expect(resolveOverlaps([long, within, surer])).toEqual([within, surer])
})

it('takes the longest of equally sure spans, then the first', () => {
  expect(resolveOverlaps([span(0, 4, 0.5), span(2, 9, 0.5), span(8, 15, 0.5)])).toEqual([span(2, 9, 0.5)])
})

it('keeps all that only touch, in the order of the text', () => {
  expect(resolveOverlaps([span(4, 6, 0.5), span(0, 4, 0.9)])).toEqual([span(0, 4, 0.9), span(4, 6, 0.5)])
})

const anySpan = fc
  .record({
    start: fc.nat(30),
    length: fc.integer({ min: 1, max: 12 }),
    score: fc.constantFrom(0.3, 0.5, 0.9),
  })
  .map(({ start, length, score }) => span(start, start + length, score))

it('keeps spans apart and in order, and leaves one out only for one that is as sure', () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 12 }), (found) => {
      const kept = resolveOverlaps(found)
      for (const [at, one] of kept.entries()) expect(one.start).toBeGreaterThanOrEqual(kept[at - 1]?.end ?? 0)
      for (const one of found)
        expect(
          kept.includes(one) || kept.some((other) => overlap(one, other) && other.score >= one.score),
        ).toBe(true)
    }),
  )
})

import { differenceSchema } from '@assay/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceNotTested, type MeasuredDifference } from './difference.ts'
import { decideVerdict, isNonInferior } from './verdict-rule.ts'

const measured = (low: number, high: number, difference = (low + high) / 2): MeasuredDifference => ({
  difference,
  low,
  high,
  pValue: 0.5,
  pairs: 100,
  method: 'test',
})

test.each([
  ['better', 0.01, 0.2],
  ['worse', -0.2, -0.01],
  ['no meaningful difference', -0.029, 0.029],
  ['no meaningful difference', 0.001, 0.02],
  ['better', 0.001, 0.03],
  ['not enough cases to tell', -0.03, 0.01],
  ['not enough cases to tell', -0.2, 0.2],
  ['not enough cases to tell', 0, 0.2],
] as const)('%s: an interval from %f to %f at the default margin of 3 points', (verdict, low, high) => {
  expect(decideVerdict(measured(low, high))).toMatchObject({ verdict, margin: 0.03 })
})

test('another margin decides otherwise', () => {
  expect(decideVerdict(measured(-0.08, 0.04), 0.1).verdict).toBe('no meaningful difference')
})

test('nothing compared is not tested, no interval is not enough', () => {
  expect(decideVerdict(differenceNotTested)).toMatchObject({ verdict: 'not tested', pairsNeeded: null })
  const open = decideVerdict({ ...measured(0, 0), low: null, high: null })
  expect(open).toMatchObject({ verdict: 'not enough cases to tell', pairsNeeded: null })
})

test('only "not enough cases" says how many would do', () => {
  expect(decideVerdict(measured(0.1, 0.3)).pairsNeeded).toBeNull()
})

test('non-inferior needs the lower end above −margin', () => {
  expect(isNonInferior(measured(-0.02, 0.2))).toBe(true)
  expect(isNonInferior(measured(-0.03, 0.2))).toBe(false)
  expect(isNonInferior(differenceNotTested)).toBe(false)
})

const interval = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([a, b]) => measured(Math.min(a, b), Math.max(a, b)))

test('mirrored intervals get mirrored verdicts, and every result fits the contract', () => {
  const mirror = { better: 'worse', worse: 'better' } as Record<string, string>
  fc.assert(
    fc.property(interval, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (forward, margin) => {
      const verdict = decideVerdict(forward, margin)
      const { low, high } = forward
      const backward = decideVerdict(measured(-(high ?? NaN), -(low ?? NaN)), margin)
      expect(backward.verdict).toBe(mirror[verdict.verdict] ?? verdict.verdict)
      expect(differenceSchema.parse(verdict)).toEqual(verdict)
    }),
  )
})

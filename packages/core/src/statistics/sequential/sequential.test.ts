import fc from 'fast-check'
import { expect, test } from 'vitest'
import fixture from '../fixtures/sequences.json' with { type: 'json' }
import { createRandom } from '../random.ts'
import { bettingInterval } from './betting-interval.ts'
import { createSequentialEvaluation, type SequentialQuestion } from './sequential-evaluation.ts'

test('the betting confidence sequence agrees with confseq to the width of its grid, with and without replacement', () => {
  for (const { values, population, low, high, grid } of fixture.betting) {
    const found = bettingInterval(values, { alpha: 0.05, population: population ?? undefined })
    expect(Math.abs(found.low - low)).toBeLessThanOrEqual(2 * grid)
    expect(Math.abs(found.high - high)).toBeLessThanOrEqual(2 * grid)
  }
})

test('the interval never widens with more values, and closes when the population is exhausted', () => {
  const value = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 40 }), (values) => {
      const settings = { alpha: 0.05, population: values.length }
      const before = bettingInterval(values.slice(0, -1), settings)
      const after = bettingInterval(values, settings)
      expect(after.low).toBeGreaterThanOrEqual(before.low - 1e-8)
      expect(after.high).toBeLessThanOrEqual(before.high + 1e-8)
      const total = values.reduce((sum, each) => sum + each, 0)
      expect(before.low).toBeGreaterThanOrEqual((total - (values.at(-1) ?? 0)) / values.length - 1e-6)
    }),
    { numRuns: 60 },
  )
})

function run(question: SequentialQuestion, values: readonly number[]) {
  const evaluation = createSequentialEvaluation({ question, population: values.length })
  const answers = values.map((value) => evaluation.add(value))
  const stoppedAfter = answers.findIndex((answer) => answer !== null) + 1
  return {
    answer: answers[stoppedAfter - 1] ?? null,
    stoppedAfter,
    last: answers.at(-1),
    estimate: evaluation.estimate(),
  }
}

const randomOrder = (ones: number, n: number) =>
  createRandom(`order ${ones}`).shuffle(Array.from({ length: n }, (_, i) => (i < ones ? 1 : 0)))

test('a clear answer stops early and stays; a close one runs to the end', () => {
  const clear = run({ kind: 'gate', threshold: 0.8 }, randomOrder(475, 500))
  expect(clear).toMatchObject({ answer: 'above', last: 'above' })
  expect(clear.stoppedAfter).toBeLessThan(200)
  expect(run({ kind: 'gate', threshold: 0.8 }, randomOrder(250, 500))).toMatchObject({ answer: 'below' })
  const close = run({ kind: 'gate', threshold: 0.8 }, randomOrder(405, 500))
  expect(close.stoppedAfter === 0 || close.stoppedAfter > 300).toBe(true)
})

test('differences end in a verdict; the interval shown agrees with it', () => {
  const gains = randomOrder(150, 500).map((value) => value)
  const better = run({ kind: 'difference', margin: 0.03 }, gains)
  expect(better).toMatchObject({ answer: 'better' })
  expect(better.estimate.low).toBeGreaterThan(0)
  const losses = run(
    { kind: 'difference', margin: 0.03 },
    gains.map((value) => -value),
  )
  expect(losses.answer).toBe('worse')
  const alike = run(
    { kind: 'difference', margin: 0.03 },
    Array.from({ length: 500 }, () => 0),
  )
  expect(alike.answer).toBe('no meaningful difference')
  expect(alike.estimate.low).toBeGreaterThan(-0.03)
  expect(alike.estimate.method).toContain('without replacement, 95 % at every look, of all 500 cases')
})

test('before the first value nothing is tested; a value out of range is a bug', () => {
  const evaluation = createSequentialEvaluation({ question: { kind: 'gate', threshold: 0.5 } })
  expect(evaluation.estimate()).toMatchObject({ value: null, n: 0 })
  expect(() => evaluation.add(1.5)).toThrow('outside')
})

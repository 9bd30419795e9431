import fc from 'fast-check'
import { expect, it } from 'vitest'
import { refitThreshold } from './refit-threshold.ts'

const evenScores = Array.from({ length: 200 }, (_, index) => index / 200)

it('finds no more than the wanted share of the benign texts, and as many as it may', () => {
  const fitted = refitThreshold(evenScores, 0.05)
  expect(fitted).toMatchObject({ kind: 'fitted', n: 200, threshold: 0.95 })
  expect(fitted.kind === 'fitted' && fitted.falsePositiveRate.value).toBe(0.05)
})

it('says how sure the rate is', () => {
  const fitted = refitThreshold(evenScores, 0.05)
  if (fitted.kind !== 'fitted') throw new Error('refused')
  expect(fitted.falsePositiveRate.n).toBe(200)
  expect(fitted.falsePositiveRate.low).toBeLessThan(0.05)
  expect(fitted.falsePositiveRate.high).toBeGreaterThan(0.05)
})

it('refuses where the texts are too few to tell the rate, and says how many are needed', () => {
  expect(refitThreshold(evenScores, 0.01)).toMatchObject({
    kind: 'refused',
    reason: '200 texts cannot tell a rate of 0.01: at least 500 are needed.',
  })
})

it.each([0, 1, -0.1, Number.NaN])('refuses the rate %s', (rate) => {
  expect(refitThreshold(evenScores, rate).kind).toBe('refused')
})

it('refuses where too many texts have the highest score', () => {
  const scores = evenScores.map((score) => (score > 0.8 ? 1 : score))
  expect(refitThreshold(scores, 0.05).kind).toBe('refused')
})

it('spares equal scores together', () => {
  const scores = evenScores.map((score) => (score > 0.8 ? 0.9 : score))
  const fitted = refitThreshold(scores, 0.05)
  expect(fitted.kind === 'fitted' && fitted.threshold).toBeGreaterThan(0.9)
  expect(fitted.kind === 'fitted' && fitted.falsePositiveRate.value).toBe(0)
})

it('never goes above the wanted rate, whatever the scores', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 300 }),
      fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      (scores, rate) => {
        const fitted = refitThreshold(scores, rate)
        if (fitted.kind === 'fitted') {
          const found = scores.filter((score) => score >= fitted.threshold).length
          expect(found / scores.length).toBeLessThanOrEqual(rate)
          expect(fitted.falsePositiveRate.value).toBeCloseTo(found / scores.length)
        }
      },
    ),
  )
})

it('allows no alarm more where the product of rate and number is rounded up', () => {
  const rate = 0.9 - 2 ** -53
  for (let n = 10; n < 200; n += 10) {
    const fitted = refitThreshold(
      Array.from({ length: n }, (_, index) => index / n),
      rate,
    )
    expect(fitted.kind === 'fitted' && (fitted.falsePositiveRate.value ?? 1) <= rate).toBe(true)
  }
})

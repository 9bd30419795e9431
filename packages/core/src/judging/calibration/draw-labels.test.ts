import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLabels, stratumOf, type LabelCandidate } from './draw-labels.ts'

const candidate = fc.record({
  verdict: fc.record({
    outcome: fc.constantFrom('pass' as const, 'fail' as const, 'not-judged' as const),
    score: fc.constantFrom(0, 0.5, 1, null),
    reason: fc.constantFrom('it is there', 'hedged: probably'),
  }),
  isDisputed: fc.boolean(),
})
const candidates = fc
  .array(candidate, { maxLength: 200 })
  .map((each) => each.map((row, index): LabelCandidate => ({ ...row, unit: `${index}#0` })))

const strataOf = (rows: readonly LabelCandidate[]) => Map.groupBy(rows, stratumOf)

describe('a drawn queue', () => {
  it('holds as many rows as asked for, each once, and a row of every stratum', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 120 }), (rows, n) => {
        const drawn = drawLabels(rows, { n, seed: 's' })
        const strata = strataOf(rows)
        expect(new Set(drawn.map(({ unit }) => unit)).size).toBe(drawn.length)
        expect(drawn.length).toBe(Math.min(rows.length, Math.max(n, strata.size)))
        expect(new Set(drawn.map(({ stratum }) => stratum))).toEqual(new Set(strata.keys()))
      }),
    )
  })

  it('stores the share of its stratum that was drawn, so that the weights give back the run', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 120 }), (rows, n) => {
        const drawn = drawLabels(rows, { n, seed: 's' })
        const weight = drawn.reduce(
          (sum, { inclusionProbability }) => sum + 1 / (inclusionProbability ?? 0),
          0,
        )
        expect(weight).toBeCloseTo(rows.length, 6)
      }),
    )
  })

  it('names the parting and the size of the stratum: longer queues are the same draw, another parting is none', () => {
    const rows = Array.from({ length: 90 }, (_, index): LabelCandidate => ({
      unit: `${index}#0`,
      verdict: { outcome: index % 9 === 0 ? 'not-judged' : 'pass', score: 1 },
      isDisputed: false,
    }))
    const drawsOf = (of: readonly LabelCandidate[], n: number) =>
      new Map(drawLabels(of, { n, seed: 's' }).map(({ stratum, draw }) => [stratum, draw]))
    const draws = drawsOf(rows, 20)
    expect(draws.get('not-judged')?.stratumSize).toBe(10)
    expect(draws.get('plain')?.stratumSize).toBe(80)
    expect(drawsOf(rows.toReversed(), 60)).toEqual(draws)
    const disputed = rows.map((row, index) => ({ ...row, isDisputed: index === 1 }))
    expect(drawsOf(disputed, 20).get('plain')?.id).not.toBe(draws.get('plain')?.id)
  })

  it('is at least three tenths random', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 10, max: 120 }), (rows, n) => {
        const drawn = drawLabels(rows, { n, seed: 's' })
        const random = drawn.filter(({ drawnBy }) => drawnBy === 'random').length
        expect(random).toBeGreaterThanOrEqual(Math.floor(0.3 * drawn.length))
      }),
    )
  })

  it('is as random as asked for, and never less than three tenths', () => {
    fc.assert(
      fc.property(
        candidates,
        fc.integer({ min: 10, max: 120 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, n, randomShare) => {
          const drawn = drawLabels(rows, { n, seed: 's', randomShare })
          const random = drawn.filter(({ drawnBy }) => drawnBy === 'random').length
          expect(random).toBeGreaterThanOrEqual(Math.floor(Math.max(0.3, randomShare) * drawn.length))
        },
      ),
    )
    const alike = Array.from({ length: 100 }, (_, index): LabelCandidate => ({
      unit: `${index}#0`,
      verdict: { outcome: index < 20 ? 'not-judged' : 'pass', score: 1 },
      isDisputed: false,
    }))
    const probabilities = drawLabels(alike, { n: 50, seed: 's', randomShare: 1 }).map(
      ({ inclusionProbability }) => inclusionProbability,
    )
    expect(new Set(probabilities)).toEqual(new Set([0.5]))
  })

  it('is the same for the same seed, whatever the order of the rows', () => {
    fc.assert(
      fc.property(candidates, (rows) => {
        const options = { n: 30, seed: 'x' }
        expect(drawLabels(rows.toReversed(), options)).toEqual(drawLabels(rows, options))
      }),
    )
  })

  it('prefers the hard rows', () => {
    const rows = Array.from({ length: 200 }, (_, index): LabelCandidate => ({
      unit: `${index}#0`,
      verdict: { outcome: index < 10 ? 'not-judged' : 'pass', score: 1 },
      isDisputed: false,
    }))
    const drawn = drawLabels(rows, { n: 40, seed: 's' })
    expect(drawn.filter(({ stratum }) => stratum === 'not-judged')).toHaveLength(10)
    expect(drawn.find(({ stratum }) => stratum === 'plain')?.inclusionProbability).toBeCloseTo(30 / 190, 12)
  })

  it('gives every row of a stratum the same chance', () => {
    const rows = Array.from({ length: 20 }, (_, index): LabelCandidate => ({
      unit: `${index}#0`,
      verdict: { outcome: 'pass', score: 1 },
      isDisputed: false,
    }))
    const times = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed += 1)
      for (const { unit } of drawLabels(rows, { n: 5, seed: `${seed}` }))
        times.set(unit, (times.get(unit) ?? 0) + 1)
    for (const count of times.values()) expect(Math.abs(count / 2000 - 0.25)).toBeLessThan(0.05)
    expect(times.size).toBe(20)
  })
})

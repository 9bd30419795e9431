import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '../../must.ts'
import { createRandom } from '../../statistics/random.ts'
import { calibrateThreshold, learnBalance, splitByCluster, type ScoredRow } from './calibrate-threshold.ts'

const random = createRandom('scores')
const rows = Array.from({ length: 600 }, (_, index): ScoredRow => {
  const positive = index % 2 === 0
  return { positive, score: random.next() * 0.6 + (positive ? 0.4 : 0), clusterKey: `${index >> 1}` }
})

function calibrate(goal: 'balance' | number, given: readonly ScoredRow[] = rows) {
  const found = calibrateThreshold(given, { goal, seed: 's', current: 0.9 })
  return must(found.ok ? found.value : undefined, 'a threshold')
}

describe('a learned threshold', () => {
  it('parts best where neither kind is favoured, and is proven on rows it never saw', () => {
    const found = calibrate('balance')
    expect(found.threshold).toBeGreaterThan(0.35)
    expect(found.threshold).toBeLessThan(0.65)
    expect(found.learned.truePositiveRate.n + found.proven.truePositiveRate.n).toBe(300)
    expect(found.proven.truePositiveRate.value).toBeGreaterThan(found.current?.truePositiveRate.value ?? 1)
    expect(found.auc.value).toBeGreaterThan(0.8)
  })

  it('has the largest gain of all thresholds', () => {
    const given = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), positive: fc.boolean() }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(given, (scores) => {
        const scored = scores.map((row, index) => ({ ...row, clusterKey: `${index}` }))
        const share = (threshold: number, positive: boolean): number => {
          const all = scored.filter((row) => row.positive === positive)
          return all.length === 0 ? 0 : all.filter(({ score }) => score >= threshold).length / all.length
        }
        const gain = (threshold: number): number => share(threshold, true) - share(threshold, false)
        const best = Math.max(...Array.from({ length: 11 }, (_, threshold) => gain(threshold)))
        expect(gain(learnBalance(scored))).toBeCloseTo(best, 12)
      }),
    )
  })

  it('keeps a stated share of false alarms where it was learned, and says what holds elsewhere', () => {
    const { learned, proven } = calibrate(0.1)
    expect(learned.falsePositiveRate.value).toBeLessThanOrEqual(0.1)
    expect(learned.falsePositiveRate.value).toBeGreaterThan(0.05)
    expect(proven.falsePositiveRate.n).toBeGreaterThan(100)
  })

  it('is refused where the rows cannot tell it', () => {
    const refused = calibrateThreshold(rows, { goal: 0.001, seed: 's', current: null })
    expect(refused).toMatchObject({ ok: false, error: { code: 'ASSAY-7021' } })
    expect(calibrateThreshold(rows.slice(0, 2), { goal: 'balance', seed: 's', current: null }).ok).toBe(false)
  })

  it('is refused, with the half that lacks it, where a half holds one kind only', () => {
    const oneKind = rows.filter(({ positive }) => !positive)
    const allFound = rows.filter(({ positive }) => positive)
    const [found] = allFound
    const message = (given: readonly ScoredRow[], goal: 'balance' | number = 'balance') => {
      const refused = calibrateThreshold(given, { goal, seed: 's', current: null })
      return refused.ok ? null : `${refused.error.code} ${refused.error.message}`
    }
    expect(message(oneKind)).toMatch(/^ASSAY-7021 .*learn on holds no row in which something/)
    expect(message(allFound)).toMatch(/^ASSAY-7021 .*holds no row in which nothing/)
    expect(message([...oneKind, ...(found === undefined ? [] : [found])])).toMatch(/^ASSAY-7021/)
    expect(message(oneKind, 0.05)).toBeNull()
  })

  it('is learned of many rows at once', () => {
    const many = Array.from({ length: 40_000 }, (_, index): ScoredRow => ({
      positive: index % 2 === 0,
      score: random.next() + (index % 2 === 0 ? 0.5 : 0),
      clusterKey: `${index}`,
    }))
    const start = performance.now()
    expect(learnBalance(many)).toBeGreaterThan(0.4)
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  it('keeps whole clusters in one half, whatever the order', () => {
    const { learning, proving } = splitByCluster(rows, 'x')
    const keys = new Set(learning.map(({ clusterKey }) => clusterKey))
    expect(proving.some(({ clusterKey }) => keys.has(clusterKey))).toBe(false)
    expect(Math.abs(learning.length - proving.length)).toBeLessThanOrEqual(2)
    expect(new Set(splitByCluster(rows.toReversed(), 'x').learning)).toEqual(new Set(learning))
  })
})

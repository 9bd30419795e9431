import type { VerdictRow } from '@assay/contracts'
import { describe, expect, it } from 'vitest'
import { createSharedChecks, noChecks } from './share-checks.ts'

const row = (parts: Partial<VerdictRow> = {}): VerdictRow => ({
  unit: 'u',
  caseId: 'c',
  repeat: 0,
  check: 'contains',
  checkKey: 'k',
  outcome: 'pass',
  score: 1,
  ...parts,
})

describe('what checks said', () => {
  it('is kept once where it is alike, as check and as list', () => {
    const shared = createSharedChecks()
    const list = () =>
      ['contains', 'regex'].reduce(
        (checks, check) => shared.append(checks, shared.observe(row({ check }), true)),
        noChecks,
      )
    expect(list()).toBe(list())
    expect(list()).toEqual([
      {
        name: 'contains',
        required: true,
        weight: 1,
        better: 'higher',
        outcome: 'pass',
        score: 1,
        reason: null,
      },
      { name: 'regex', required: true, weight: 1, better: 'higher', outcome: 'pass', score: 1, reason: null },
    ])
    expect(noChecks).toEqual([])
  })

  it.each<[string, Partial<VerdictRow>]>([
    ['name', { check: 'regex' }],
    ['outcome', { outcome: 'not-judged' }],
    ['score', { score: 0 }],
    ['no score', { score: null }],
    ['weight', { weight: 2 }],
    ['better', { better: 'lower' }],
  ])('is kept apart where it differs in %s', (_, parts) => {
    const shared = createSharedChecks()
    expect(shared.observe(row(parts), true)).not.toEqual(shared.observe(row(), true))
    expect(shared.observe(row(), false)).not.toEqual(shared.observe(row(), true))
  })

  it('keeps the reason of every failure, and only of those', () => {
    const shared = createSharedChecks()
    const reasons = (['fail', 'fail', 'pass'] as const).map(
      (outcome, index) => shared.observe(row({ outcome, reason: `reason ${index}` }), true).reason,
    )
    expect(reasons).toEqual(['reason 0', 'reason 1', null])
  })

  it('is right also when there is more than is shared', () => {
    const shared = createSharedChecks()
    for (let score = 0; score < 3_000; score += 1) {
      const check = shared.observe(row({ score: score / 3_000 }), true)
      const list = shared.append(shared.append(noChecks, check), check)
      expect(list).toEqual([check, check])
      expect(check.score).toBe(score / 3_000)
    }
  })
})

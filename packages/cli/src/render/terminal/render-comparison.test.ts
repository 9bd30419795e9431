import { buildReport } from '@assay/testkit'
import { expect, it } from 'vitest'
import { renderComparison, renderComparisonLine } from './render-comparison.ts'

const { comparison } = buildReport()

it('puts the verdict first, then what else differs, where, and what flipped', () => {
  const lines = renderComparison(comparison).split('\n')
  expect(lines[0]).toBe('Demo assistant v2 against Demo assistant v1: worse by 21 points (8–34, 40 pairs)')
  expect(lines).toContain('  also differs judge (rules 1 → rules 2)')
  expect(lines).toContain('  left out     40 cases in one run only, 2 cases not judged in one of the two')
  expect(lines).toContain('  simple       worse by 32 points (12–52, 16 pairs)')
  expect(lines.length).toBeLessThanOrEqual(10)
})

it('does not call what is being compared a difference to beware of', () => {
  expect(renderComparison(comparison)).not.toContain('target (')
})

it('is one line in a summary', () => {
  expect(renderComparisonLine(comparison)).toBe('Demo assistant v2 worse by 21 points (8–34, 40 pairs)')
})

it('names the runs where both have one target', () => {
  const { a, b } = comparison
  const same = { ...comparison, b: { ...b, targetVersion: a.targetVersion } }
  expect(renderComparison(same)).toMatch(/^demo-v2 against demo: worse by 21 points/)
  expect(renderComparisonLine(same)).toMatch(/^demo-v2 worse by 21 points/)
})

it('is a whole sentence in a summary also where nothing was decided', () => {
  const open = {
    ...comparison,
    overall: {
      ...comparison.overall,
      verdict: 'not enough cases to tell' as const,
      low: -0.5,
      high: 0.1,
      pairsNeeded: 70,
    },
  }
  expect(renderComparisonLine(open)).toBe(
    'Demo assistant v2 against Demo assistant v1: not enough cases to tell (−50 to +10 points, 40 pairs; about 70 would do)',
  )
})

import { must } from '@assay/core'
import { expect, test } from 'vitest'
import { describeAgreement, describeScore } from './describe-agreement.ts'
import { measureAgreement } from './measure-agreement.ts'
import { measureScore } from './measure-score.ts'
import { parseRows } from './read-rows.ts'

function agree(csv: string, raters: readonly string[], level: 'nominal' | 'interval' = 'nominal'): string {
  const rows = parseRows(csv, 'f')
  if (!rows.ok) throw new Error(rows.error.message)
  const measured = measureAgreement(rows.value, { raters, level, weights: undefined, cluster: undefined })
  return describeAgreement(must(measured.ok ? measured.value : null, 'agreement'))
}

const nine = ['x,x', 'x,y', 'x,x', 'y,y', 'y,x', 'y,y', 'x,x', 'x,y', 'y,y']

test('a row that one of two raters rated is in no figure', () => {
  expect(agree(['a,b', ...nine, 'x,'].join('\n'), ['a', 'b'])).toContain(
    '  incomplete     1 row not rated by both; in no figure',
  )
})

test('of three raters alpha uses the rows with two ratings, and only those', () => {
  const rows = ['a,b,c', ...nine.map((row) => `${row},x`), 'x,y,', 'y,y,', 'x,,']
  expect(agree(rows.join('\n'), ['a', 'b', 'c'])).toContain(
    '  incomplete     3 rows not rated by all; alpha alone uses 2 of them',
  )
  expect(agree(rows.slice(0, -1).join('\n'), ['a', 'b', 'c'])).toContain(
    '2 rows not rated by all; alpha alone uses them',
  )
})

test('a figure without an interval is named once, with two decimals and why', () => {
  const lines = agree(['a,b', ...nine].join('\n'), ['a', 'b']).split('\n')
  expect(lines[1]).toBe("  Cohen's kappa  0.34 (n = 9); too few cases for an interval")
  const chance = agree(['a,b', 'x,x', 'x,y', 'y,x', 'y,y'].join('\n'), ['a', 'b'])
  expect(chance).toContain("  Cohen's kappa  0.00 (n = 4); too few cases for an interval")
  const alike = agree(['a,b', 'x,x', 'x,x'].join('\n'), ['a', 'b'])
  expect(alike).toContain("  Cohen's kappa  undefined (n = 2); one category only")
})

test('a long label does not run into its figure', () => {
  const rows = ['a,b', ...Array.from({ length: 12 }, (_, i) => `${i % 5},${(i + (i % 3)) % 5}`)]
  const lines = agree(rows.join('\n'), ['a', 'b'], 'interval').split('\n')
  expect(lines.find((line) => line.includes('alpha'))).toMatch(/^ {2}alpha, interval −?\d/)
})

test('a score that parts the groups wholly says why it has no interval', () => {
  const rows = parseRows('p,t\n0.1,no\n0.2,no\n0.8,yes\n0.9,yes\n', 'f')
  const measured = measureScore(must(rows.ok ? rows.value : null, 'rows'), { score: 'p', truth: 't' })
  expect(describeScore(must(measured.ok ? measured.value : null, 'score')).split('\n')[0]).toBe(
    'AUC 1.00 (n = 4); no interval: the score parts the groups wholly, or one holds a single case',
  )
})

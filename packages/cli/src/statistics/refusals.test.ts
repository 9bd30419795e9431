import { must } from '@assay/core'
import { describe, expect, test } from 'vitest'
import { compareCounts, type CountOptions } from './compare-counts.ts'
import { describeAgreement, describeScore } from './describe-agreement.ts'
import { measureAgreement, type AgreementOptions } from './measure-agreement.ts'
import { measureScore } from './measure-score.ts'
import { parseRows } from './read-rows.ts'

const rowsOf = (csv: string) => {
  const rows = parseRows(csv, 'f.csv')
  return must(rows.ok ? rows.value : null, 'rows')
}
const agree = (csv: string, options: Pick<AgreementOptions, 'raters'> & Partial<AgreementOptions>) =>
  measureAgreement(rowsOf(csv), { level: undefined, weights: undefined, cluster: undefined, ...options })
const usage = (message: string) => ({
  error: { code: 'ASSAY-1001', message: expect.stringContaining(message) },
})

test.each<readonly [Partial<CountOptions>, string]>([
  [{}, 'It is not clear what to compare'],
  [{ gained: 6 }, '--gained and --lost belong together'],
  [{ gained: 6, lost: 16 }, '--of must be one number'],
  [{ gained: 6, lost: 16, of: ['100', '200'] }, '--of must be one number'],
  [{ gained: 6, lost: 16, of: ['10'] }, '6 gained and 16 lost are more than 10 pairs'],
  [{ gained: 0, lost: 0, of: ['0'] }, 'Of 0 cases'],
  [{ gained: 0, lost: 0, of: ['99999999999'] }, 'up to 10,000,000'],
  [{ gained: 6, lost: 16, of: ['161'], passes: ['4', '5'] }, '--passes would change nothing'],
  [{ passes: ['46'], of: ['76', '80'] }, 'two numbers each'],
  [{ passes: ['1', '2', '3'], of: ['4', '4', '4'] }, 'two numbers each'],
  [{ passes: ['-1', '2'], of: ['10', '10'] }, 'Counts are whole numbers'],
  [{ passes: ['', '2'], of: ['10', '10'] }, 'Counts are whole numbers'],
  [{ passes: ['11', '2'], of: ['10', '10'] }, '11 of 10 cases cannot be'],
])('counts of %o: %s', (options, message) => {
  const none = { gained: undefined, lost: undefined, passes: undefined, of: undefined, margin: undefined }
  expect(compareCounts({ ...none, ...options })).toMatchObject(usage(message))
})

describe('raters', () => {
  const csv = 'a,b,c,g\nlow,low,mid,1\nhigh,mid,high,1\nmid,mid,,2\n'
  test('one, one twice, and options that only two raters take', () => {
    expect(agree(csv, { raters: ['a'] })).toMatchObject(usage('One rater'))
    expect(agree(csv, { raters: ['a', 'b', 'a'] })).toMatchObject(usage('"a" is named twice'))
    expect(agree(csv, { raters: ['a', 'b', 'c'], weights: 'linear', cluster: 'g' })).toMatchObject(
      usage('--weights and --cluster would change nothing'),
    )
  })
  test('words have no order to weigh or rank by; two of them need none', () => {
    for (const options of [{ level: 'ordinal' }, { level: 'interval' }, { weights: 'linear' }] as const)
      expect(agree(csv, { raters: ['a', 'b'], ...options })).toMatchObject({
        error: {
          code: 'ASSAY-7402',
          where: 'f.csv, line 2',
          message: expect.stringContaining('"low" is no number'),
        },
      })
    expect(agree('a,b\nyes,yes\nno,yes\n', { raters: ['a', 'b'], weights: 'linear' })).toMatchObject({
      ok: true,
    })
  })
  test('no row that two of them rated', () => {
    expect(agree('a,b\n1,\n,1\n', { raters: ['a', 'b'] })).toMatchObject({
      error: { code: 'ASSAY-7402', where: 'f.csv', message: 'No row is rated by two of a, b' },
    })
  })
  test('clusters are counted, and alpha is said to know nothing of them', () => {
    const measured = agree(csv, { raters: ['a', 'b'], cluster: 'g' })
    expect(describeAgreement(must(measured.ok ? measured.value : null, 'agreement'))).toContain(
      '  clusters       2; the interval of alpha takes rows as independent',
    )
  })
})

test('a score without both truths is not tested, and without one row in common an error', () => {
  const measured = measureScore(rowsOf('p,t\n0.1,yes\n0.2,yes\n'), { score: 'p', truth: 't' })
  expect(describeScore(must(measured.ok ? measured.value : null, 'score'))).toMatch(
    /^AUC not tested: the truth is the same in every row\n/,
  )
  expect(measureScore(rowsOf('p,t\n0.1,\n,yes\n'), { score: 'p', truth: 't' })).toMatchObject({
    error: { code: 'ASSAY-7402', message: 'No row has a value in both "p" and "t"' },
  })
})

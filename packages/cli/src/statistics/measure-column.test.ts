import { must } from '@assay/core'
import { expect, test } from 'vitest'
import { measureColumn, type ColumnOptions } from './measure-column.ts'
import { parseRows } from './read-rows.ts'

function measure(csv: string, options: Partial<ColumnOptions>) {
  const rows = parseRows(csv, 'f.csv')
  return measureColumn(must(rows.ok ? rows.value : null, 'rows'), {
    column: 'x',
    kind: undefined,
    cluster: undefined,
    weight: undefined,
    safety: false,
    ...options,
  })
}

const weighted = 'x,w,g\n1,1,a\n2,0,a\n7,0,b\n8,0,b\n'

test('a median and a 95th percentile refuse weights and clusters, and say which figures take them', () => {
  for (const kind of ['median', 'p95'] as const)
    for (const options of [{ weight: 'w' }, { cluster: 'g' }, { safety: true }])
      expect(measure(weighted, { kind, ...options })).toMatchObject({
        error: {
          code: 'ASSAY-1001',
          message: expect.stringContaining('--cluster and --weight are for a rate and a mean'),
          fix: `leave --${Object.keys(options)[0]} out`,
        },
      })
  expect(measure(weighted, { kind: 'median' })).toMatchObject({ value: { estimate: { value: 4.5, n: 4 } } })
  expect(measure(weighted, { kind: 'mean', weight: 'w', cluster: 'g' })).toMatchObject({
    value: { estimate: { value: 1, n: 1 } },
  })
  expect(measure(weighted, { safety: true })).toMatchObject({ error: { code: 'ASSAY-1001' } })
})

test('a row without a weight is left out and counted, and is in no bounds', () => {
  const measured = measure('x,w\nyes,1\nno,1\nyes,\nyes,n/a\n,1\n', { weight: 'w' })
  expect(measured).toMatchObject({
    value: { kind: 'rate', estimate: { value: 0.5, n: 2 }, leftOut: 3, withoutWeight: 2 },
  })
  expect(measured).toMatchObject({ value: { bounds: { missing: 1, ifAllPass: { value: 2 / 3 } } } })
})

test('values whose weights are all missing or 0 are an error, not a figure', () => {
  expect(measure('x,w\n1,\n2,0\n,3\n', { weight: 'w' })).toMatchObject({
    error: {
      code: 'ASSAY-7402',
      where: 'f.csv',
      message: 'No row has both a value in "x" and a weight above 0 in "w"',
    },
  })
})

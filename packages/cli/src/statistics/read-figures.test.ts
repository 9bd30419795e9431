import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, formatNumberEstimate, formatRange } from './format-number.ts'
import { readFigures, readKeys } from './read-column.ts'
import { parseRows } from './read-rows.ts'

const rowsOf = (text: string) => {
  const rows = parseRows(text, 'f')
  if (!rows.ok) throw new Error(rows.error.message)
  return rows.value
}

describe('the same rows as CSV, JSON and JSON Lines', () => {
  const records = [
    { id: 'a', pass: true, score: 0.5 },
    { id: 'b', pass: null, score: 1 },
    { id: 'c', pass: false, score: 0 },
  ]
  const texts = [
    'id;pass;score\na;yes;0.5\nb;;1\nc;No;0\n',
    JSON.stringify(records),
    `${records.map((record) => JSON.stringify(record)).join('\n')}\n\n`,
  ]
  test.each(texts)('%s', (text) => {
    const rows = rowsOf(text)
    expect(readFigures(rows, 'pass')).toEqual({ ok: true, value: { values: [1, null, 0], isYesNo: true } })
    expect(readFigures(rows, 'score')).toEqual({ ok: true, value: { values: [0.5, 1, 0], isYesNo: false } })
    expect(readKeys(rows, 'id')).toEqual({ ok: true, value: ['a', 'b', 'c'] })
    expect(readKeys(rows, undefined)).toEqual({ ok: true, value: [undefined, undefined, undefined] })
  })
})

test('what was not judged, broke or did not apply is no value', () => {
  const rows = rowsOf('outcome\npass\nnot-judged\nerror\nnot-applicable\nfail\n')
  expect(readFigures(rows, 'outcome')).toMatchObject({ value: { values: [1, null, null, null, 0] } })
})

test('errors name the row, the value, and the nearest column', () => {
  const rows = rowsOf('score\n0.5\nhigh\n')
  expect(readFigures(rows, 'score')).toMatchObject({
    error: {
      code: 'ASSAY-7402',
      where: 'f, line 3, score',
      message: '"high" is neither a number nor yes or no',
    },
  })
  expect(readFigures(rows, 'scores')).toMatchObject({
    error: { where: 'f', fix: 'write score, or choose one of: score' },
  })
  expect(parseRows('{"a": 1}\n{"a":', 'f')).toMatchObject({
    error: { code: 'ASSAY-7401', where: 'f, line 2: no JSON object' },
  })
  expect(parseRows('[1]', 'f')).toMatchObject({ error: { where: 'f, row 1: no JSON object' } })
})

test('a mark of the byte order before JSON or CSV is no part of it', () => {
  for (const text of ['{"ok":true}\n{"ok":false}\n', '[{"ok":true},{"ok":false}]', 'ok\nyes\nno\n'])
    expect(readFigures(rowsOf(`\uFEFF${text}`), 'ok')).toMatchObject({ value: { values: [1, 0] } })
})

test('what is no text, and an array cut short, say so', () => {
  expect(parseRows('\uFFFDo\0k\0', 'f')).toMatchObject({
    error: { code: 'ASSAY-7401', message: 'The file is not text in UTF-8' },
  })
  expect(parseRows('[{"a": 1},', 'f')).toMatchObject({
    error: { code: 'ASSAY-7401', message: 'The file begins with [ and is no whole JSON array' },
  })
})

test('a column that is empty throughout is not offered', () => {
  expect(readFigures(rowsOf('[{"a": null, "b": 1}]'), 'a')).toMatchObject({
    error: { fix: 'write b, or choose one of: b' },
  })
})

test('any text is rows or an error of its own, never a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const rows = parseRows(text, 'f')
      if (!rows.ok) expect(rows.error.code).toBe('ASSAY-7401')
    }),
  )
})

test('figures are as exact as their interval', () => {
  expect(formatNumberEstimate({ value: 0.96, low: 0.9152, high: 0.9905, n: 250 })).toBe(
    '0.96 (0.92–0.99, n = 250)',
  )
  expect(formatNumberEstimate({ value: 442.7, low: 398.5, high: 486.8, n: 80 })).toBe('443 (399–487, n = 80)')
  expect(formatNumberEstimate({ value: 800, low: 754, high: null, n: 20 })).toBe('800 (at least 754, n = 20)')
  expect(formatNumberEstimate({ value: null, low: null, high: null, n: 0 })).toBe('not tested')
  expect(formatRange(-0.14, 0.25)).toBe('−0.14 to 0.25')
  expect([0.0347, 12.345, 1840, 0.00001, -0.00001, -0.5, 0].map(formatNumber)).toEqual([
    '0.0347',
    '12.35',
    '1,840',
    '1.0e-5',
    '−1.0e-5',
    '−0.5',
    '0',
  ])
})

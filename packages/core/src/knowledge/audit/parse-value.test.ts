import { describe, expect, test } from 'vitest'
import { findMeasure, parseLeadingValue } from './parse-value.ts'

const leading = (text: string) => {
  const value = parseLeadingValue(text)
  return value === null ? null : `${value.dimension} ${value.canonical}`
}

describe('parseLeadingValue', () => {
  test.each([
    ['72 s', 'time 72000'],
    ['72000 ms', 'time 72000'],
    ['`1048576` (1 MiB)', 'number 1048576'],
    ['1 MiB', 'bytes 1048576'],
    ['1 MB', 'bytes 1000000'],
    ['$1,200.50 a month', 'USD 1200.5'],
    ['5 %', 'percent 5'],
    ['20 days per year', 'day 20'],
    ['two weeks', 'day 14'],
    ['10 users', 'user 10'],
    ['2024-09-17', 'date 2024-09-17'],
    ['`false`', 'switch false'],
    ['enabled', 'switch enabled'],
    ['`info`', 'word info'],
    ['6, 8, 9, 10', null],
    ['5 to 10 s', null],
    ['up to 5 MB', null],
    ['false if the server allows it', null],
    ['the number of requests', null],
    ['', null],
  ])('%s', (text, value) => {
    expect(leading(text)).toBe(value)
  })
})

test('findMeasure finds a counted number inside a sentence and leaves out versions and names', () => {
  const text = 'Employees receive 20 days of vacation'
  const measure = findMeasure(text)
  expect(text.slice(measure?.start, measure?.end)).toBe('20 days')
  expect(findMeasure('version v5.2.1 of it')).toBeNull()
  expect(findMeasure('the 404 handler')?.counted).toBe(false)
})

import { describe, expect, test } from 'vitest'
import { readTypedValue } from './typed-value.ts'

const read = (text: string, hints = {}) => {
  const value = readTypedValue(text, hints)
  return value && [value.kind, value.text]
}

describe('readTypedValue', () => {
  test.each([
    ['30 s', 'number'],
    ['1,024', 'number'],
    ['0.5 %', 'number'],
    ['900 requests per second', 'number'],
    ['$12.50', 'number'],
    ['`72000` (72 seconds)', 'number'],
    ['18 May 2021', 'date'],
    ['May 18, 2021', 'date'],
    ['2018-03-06', 'date'],
    ['April 2025', 'date'],
    ['2019', 'date'],
    ['`/etc/app.toml`', 'identifier'],
    ['a@b.example', 'identifier'],
    ['`true`', 'boolean'],
    ['6, 8, 10 and 12', 'list'],
    ['Marit Saar and Jonas Ilves', 'list'],
    ['`0400`', 'identifier'],
    ['Mozilla Public License 2.0', 'name'],
    ['e-mail', 'name'],
  ])('reads "%s" as %s', (text, kind) => {
    expect(readTypedValue(text)?.kind).toBe(kind)
  })

  test.each([
    ['a sentence that says rather a lot'],
    ['`"idle"` if the server allows it, `false` otherwise'],
    ['10 to 20 ms'],
    ['-'],
    ['n/a'],
    ['may be 30 s'],
    ['5 s (see below)'],
    [''],
  ])('understands no part of "%s"', (text) => {
    expect(readTypedValue(text)).toBeNull()
  })

  test('knows the other ways of writing a number with its unit', () => {
    const value = readTypedValue('30 s')
    expect(value).toMatchObject({ amount: 30, unit: 's' })
    expect(value?.aliases).toEqual(expect.arrayContaining(['30 seconds', 'thirty seconds']))
  })

  test('takes what the parenthesis says again as an alias', () => {
    expect(readTypedValue('`1048576` (1MiB)')?.aliases).toContain('1MiB')
  })

  test('reads a version as a version when the attribute speaks of one', () => {
    expect(read('3.10', { version: true })).toEqual(['version', '3.10'])
    expect(read('3.10')).toEqual(['number', '3.10'])
  })

  test('a place keeps its country and answers without it', () => {
    expect(readTypedValue('Tallinn, Estonia', { place: true })).toMatchObject({
      kind: 'place',
      aliases: ['Tallinn'],
    })
  })

  test('says how exact a date is', () => {
    expect(readTypedValue('April 2025')).toMatchObject({ granularity: 'month', aliases: ['2025-04'] })
    expect(readTypedValue('4 July 2023')?.aliases).toEqual(['July 4, 2023', '2023-07-04'])
  })
})

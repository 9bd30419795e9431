import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuantities } from './read-quantities.ts'

const one = (text: string): unknown => {
  const [first, ...more] = readQuantities(text)
  return first === undefined || more.length > 0
    ? { count: more.length + (first === undefined ? 0 : 1) }
    : { value: first.value, dimension: first.dimension }
}

describe('quantities', () => {
  it.each([
    ['30 s', 30, 'time'],
    ['30s', 30, 'time'],
    ['72000 ms', 72, 'time'],
    ['72 seconds', 72, 'time'],
    ['2 hours', 7200, 'time'],
    ['1,048,576 bytes', 8_388_608, 'data'],
    ['1 MiB', 8_388_608, 'data'],
    ['1 MB', 8_000_000, 'data'],
    ['1 kB', 8000, 'data'],
    ['1 KiB', 8192, 'data'],
    ['63%', 63, 'percent'],
    ['63 per cent', 63, 'percent'],
    ['$37.6 billion', 37_600_000_000, 'money:USD'],
    ['£30m', 30_000_000, 'money:GBP'],
    ['12 USD per month', 12, 'money:USD per month'],
    ['€5/month', 5, 'money:EUR per month'],
    ['565 °C', 565, 'celsius'],
    ['-5 °C', -5, 'celsius'],
    ['three hundred and eight', 308, 'count'],
    ['twenty-one teams', 21, 'count'],
    ['two million', 2_000_000, 'count'],
    ['20th', 20, 'ordinal'],
    ['nineteenth century', 19, 'ordinal'],
    ['5½ sacks', 5.5, 'count'],
    ['1.048.576', 1_048_576, 'count'],
    ['1 048 576', 1_048_576, 'count'],
    ['0.1 kg', 0.1, 'mass'],
    ['1 lb', 0.453_592_37, 'mass'],
  ])('reads %s', (text, value, dimension) => {
    expect(one(text)).toEqual({ value, dimension })
  })

  it.each(['utf8', 'v1.2.3', '1.2.3', '[3]', 'HTTP/2', 'option2'])('sees no quantity in %s', (text) => {
    expect(readQuantities(text)).toEqual([])
  })

  it('joins the ends of a range', () => {
    expect(readQuantities('between 5 and 10 minutes')).toMatchObject([{ value: 300, high: 600 }])
    expect(readQuantities('5–10 s')).toMatchObject([{ value: 5, high: 10 }])
    expect(readQuantities('5 and 10')).toHaveLength(2)
  })

  it('reads back any grouped number', () => {
    const separators = [',', '\u00a0', '\u202f', "'"]
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 999_999_999 }),
        fc.constantFrom(...separators),
        (value, separator) => {
          const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, separator)
          expect(readQuantities(`about ${grouped} items`)).toMatchObject([
            { value, noun: 'items', bound: 'about' },
          ])
        },
      ),
    )
  })

  it('keeps its places inside the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80, unit: fc.constantFrom(...Array.from('019 .,-–%$€kMs½onetwan\u00a0()')) }),
        (text) => {
          for (const { start, end, value } of readQuantities(text)) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(end).toBeGreaterThan(start)
            expect(Number.isFinite(value)).toBe(true)
          }
        },
      ),
    )
  })
})

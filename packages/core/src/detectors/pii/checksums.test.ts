import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  isDayAndMonth,
  modulo97,
  passesLuhn,
  passesModulo11And10,
  passesVerhoeff,
  passesWeighed,
} from './checksums.ts'

const digits = (least: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: 18 }).map((each) => each.join(''))

it.each([
  ['Luhn', passesLuhn],
  ['Verhoeff', passesVerhoeff],
  ['modulo 11,10', passesModulo11And10],
])('of %s: one last digit fits, and any single wrong digit is noticed', (_, passes) => {
  fc.assert(
    fc.property(digits(6), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, more) => {
      const fitting = '0123456789'.split('').filter((digit) => passes(body + digit))
      expect(fitting).toHaveLength(1)
      const whole = `${body}${fitting[0]}`
      const place = at % whole.length
      const wrong = whole.slice(0, place) + ((Number(whole[place]) + more) % 10) + whole.slice(place + 1)
      expect(passes(wrong)).toBe(false)
    }),
  )
})

it('of modulo 97 equals whole-number division', () => {
  fc.assert(
    fc.property(digits(1), (text) => {
      expect(modulo97(text)).toBe(Number(BigInt(text) % 97n))
    }),
  )
})

it('of weights equals the sum modulo ten', () => {
  expect(passesWeighed('4006381333931', [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], 10)).toBe(true)
  expect(passesWeighed('4006381333932', [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], 10)).toBe(false)
})

it.each([
  ['29', '2', true],
  ['30', '02', false],
  ['31', '04', false],
  ['31', '12', true],
  ['0', '1', false],
  ['1', '13', false],
])('day %s of month %s can be: %s', (day, month, can) => {
  expect(isDayAndMonth(day, month)).toBe(can)
})

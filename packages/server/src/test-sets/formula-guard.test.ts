import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { guardCell, unguardCell } from './formula-guard.ts'

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])('%j is guarded', (text) => {
  expect(guardCell(text)).toBe(`'${text}`)
})

it.each(['', 'What is 1+1?', "it's", "'quoted'", ' =1'])('%j stays', (text) => {
  expect(guardCell(text)).toBe(text)
  expect(unguardCell(text)).toBe(text)
})

test('what was guarded is unguarded, and no guarded text begins as a formula', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', ' ', '\t') })
  fc.assert(
    fc.property(text, (each) => {
      expect(unguardCell(guardCell(each))).toBe(each)
      expect(guardCell(each)).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPassword } from './check-password.ts'

const person = { name: 'Ada Lovelace', email: 'ada.lovelace@example.org' }
const isTaken = (password: string): boolean => checkPassword(password, person).ok

test.each([
  ['eleven char', 'too short by one'],
  ['qwerty123456', 'a leaked one'],
  ['Q1W2E3R4T5Y6', 'a leaked one in capitals'],
  ['aaaaaaaaaaaaaa', 'one character'],
  ['abcabcabcabcabc', 'a part that repeats'],
  ['123456789abc', 'leaked and counted'],
  ['abcdefghijklmnop', 'counted'],
  ['lovelace12345', 'the name and little else'],
  ['ada.lovelace@example.org', 'the address'],
  ['Example.org.1', 'the address’s domain'],
  ['AssayAssayAssay1', 'the service’s name'],
  ['password2024', 'a common word and a year'],
  ['12password34', 'a common word within'],
  ['dragondragon', 'a common word twice'],
  ['x'.repeat(300), 'longer than any field'],
])('refuses %s: %s', (password) => {
  const checked = checkPassword(password, person)
  expect(checked.ok).toBe(false)
  if (!checked.ok) expect(checked.error.code).toBe('ASSAY-9018')
})

test.each([
  'correct horse battery staple',
  'wohl temperiertes klavier',
  'tr0ub4dor&3-hx',
  'ключ от квартиры',
  '密码需要至少十二个字符才行',
  'lovelace wrote the first program',
  'assay the ore before you buy',
])('takes %s', (password) => {
  expect(isTaken(password)).toBe(true)
})

test('asks for no kind of character: twelve random letters are enough', () => {
  const letter = fc.constantFrom(...Array.from('bcdfghjklmnpqrstvwxz'))
  fc.assert(
    fc.property(fc.array(letter, { minLength: 12, maxLength: 12 }), (letters) => {
      const password = letters.join('')
      fc.pre(new Set(letters).size > 6)
      expect(isTaken(password)).toBe(true)
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('counts characters, not bytes: twelve emoji are twelve', () => {
  expect(isTaken('🍏🍐🍊🍋🍌🍉🍇🍓🫐🍈🍒🍑')).toBe(true)
  expect(isTaken('🍏🍐🍊🍋🍌🍉')).toBe(false)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRandom } from '../../statistics/random.ts'
import { fillTokenForm, parseTokenForm } from './token-form.ts'

it('reads pieces, words and what stands between', () => {
  expect(parseTokenForm('sk_<live|test>_<base62 24-99>')).toMatchObject({
    keywords: ['sk_live_', 'sk_test_'],
    offset: 0,
    fixedStart: 8,
    longest: 107,
  })
  expect(parseTokenForm('<base62 14>.atlasv1.<base64url 60>')).toMatchObject({
    keywords: ['.atlasv1.'],
    offset: 14,
    fixedStart: 0,
  })
})

it('makes specimens that its own pattern takes whole', () => {
  const piece = fc.constantFrom(
    '<hex 8>',
    '<base64url 3-9>',
    '<digit 2>',
    '<upper 5>',
    '<a|b>',
    'key-',
    '.',
    '<uuid>',
  )
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (pieces, numbers) => {
        const form = pieces.join('')
        const specimen = fillTokenForm(form, { integer: (bound) => Math.floor(numbers.next().value * bound) })
        expect(specimen).toMatch(new RegExp(`^${parseTokenForm(form).source}$`))
      },
    ),
  )
})

it('ends a token where its alphabet ends', () => {
  const { source } = parseTokenForm('key-<hex 8>')
  expect('key-0123abcd.').toMatch(new RegExp(source))
  expect('key-0123abcde').not.toMatch(new RegExp(source))
})

it('leaves pointed brackets that name no alphabet', () => {
  expect(fillTokenForm('<password>', createRandom(1))).toBe('<password>')
})

import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeHidden } from './decode-hidden.ts'

const secret = 'please tell me what is in the blue box today'
const codes = (make: (code: number) => string) =>
  Array.from(secret, (sign) => make(sign.codePointAt(0)!)).join('')
const rot13 = (text: string) =>
  text.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(((letter.charCodeAt(0) - 84) % 26) + 97))

it.each([
  ['base64', Buffer.from(secret).toString('base64')],
  ['base64', Buffer.from(secret).toString('base64url')],
  ['hexadecimal', Buffer.from(secret).toString('hex')],
  ['hexadecimal', codes((code) => `\\x${code.toString(16)}`)],
  ['binary', codes((code) => `${code.toString(2).padStart(8, '0')} `)],
  ['percent', encodeURIComponent(secret)],
  ['html-entities', codes((code) => `&#${code};`)],
  ['html-entities', codes((code) => `&#x${code.toString(16)};`)],
  ['escapes', codes((code) => `\\u${code.toString(16).padStart(4, '0')}`)],
  ['tag-characters', codes((code) => String.fromCodePoint(0xe0000 + code))],
  ['rot13', rot13(secret)],
  ['backwards', Array.from(secret).reverse().join('')],
  ['html-comment', `<!-- ${secret} -->`],
  ['markdown-comment', `[//]: # "${secret}"`],
  ['hidden-html', `<span style="color:white; font-size:0">${secret}</span>`],
  ['hidden-html', `<div hidden>${secret}</div>`],
])('finds what is hidden as %s', (encoding, carrier) => {
  const text = `Notes of today\n${carrier}\nEnd of notes`
  const found = decodeHidden(text).find((piece) => piece.encoding === encoding)
  expect(found?.text).toContain(secret)
  expect(text.slice(found!.start, found!.end)).toContain(carrier.slice(0, 12))
})

it('opens layer after layer, and says which', () => {
  const twice = Buffer.from(Buffer.from(secret).toString('base64')).toString('base64')
  expect(decodeHidden(twice).map(({ encoding }) => encoding)).toContain('base64/base64')
})

it.each([
  ['an identifier', 'commit 5d41402abc4b2a76b9719d911017c592aa33bb11'],
  [
    'a picture',
    `data:image/png;base64,${Buffer.from([137, 80, 78, 71, 200, 201, 250, 0, 13, 26, 7, 99]).toString('base64')}`,
  ],
  ['German', 'Die Wolken ziehen heute langsam über das Land'],
  ['code', "fastify.register(plugin, { prefix: '/v1' })"],
  ['a table', '| Feb. | 22 | Vancouver | 1 | Portland | 2 (20:20 OT) |'],
  ['a link', 'https://site.example/search?q=caf%C3%A9'],
])('finds nothing in %s', (_, text) => {
  expect(decodeHidden(text)).toEqual([])
})

it('places each piece within the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      for (const { start, end } of decodeHidden(text)) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})

it('reads long texts of one repeated piece in linear time', () => {
  const pieces = [
    'a',
    '%41',
    '<!--',
    'a ',
    '\\u0041',
    '&#41;',
    '<div hidden>',
    '4a ',
    'QUJD',
    '1a',
    '01000001 ',
    '<a ',
    '&a',
  ]
  for (const piece of pieces) {
    const started = performance.now()
    decodeHidden(piece.repeat(100_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(1500)
  }
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toJsonText } from './json-text.ts'

test('half a surrogate pair becomes the replacement character, whatever backslashes stand before it', () => {
  expect(JSON.parse(toJsonText({ '\ud800': 'a\udfff', b: '\\\ud800' }))).toEqual({
    '\ufffd': 'a\ufffd',
    b: '\\\ufffd',
  })
  expect(toJsonText(String.raw`\ud800`)).toBe(JSON.stringify(String.raw`\ud800`))
})

test('every text comes back as it went where it is well formed, and well formed where it is not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(toJsonText([text]))).toEqual([text.toWellFormed()])
    }),
  )
})

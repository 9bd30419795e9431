import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packAnswer, unpackAnswer } from './pack-answer.ts'

const request = {
  messages: [
    { role: 'system' as const, content: 'You judge.' },
    {
      role: 'user' as const,
      content: 'the harbour of Vik has 12 gates, as everyone knows in ŐRSÉG 😀 Nearby 𐐀𐐁 and on.',
    },
  ],
}

it('keeps no run of words of the row, whatever its case, and gives all back with the request', () => {
  const answer = JSON.stringify({
    claims: [
      { quote: 'the harbour of Vik has 12 gates', claim: 'The Harbour of Vik has 12 gates.' },
      { quote: '', claim: 'As everyone knows, everyone knows in Őrség.' },
    ],
    short: 'Vik',
  })
  const packed = packAnswer(answer, request)
  expect(packed.toLowerCase()).not.toContain('harbour')
  expect(packed.toLowerCase()).not.toContain('everyone knows')
  expect(packed).toContain('"Vik"')
  expect(unpackAnswer(packed, request)).toBe(answer)
})

it('gives back any answer', () => {
  const piece = fc.constantFrom(
    'the harbour of Vik',
    'THE HARBOUR of',
    ' has 12 gates, ',
    'ŐRSÉG.',
    '😀 NEARBY 𐐨𐐁 AND on',
    '😀',
    'İ',
    'ß',
    '"',
    'x',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const answer = JSON.stringify({ text: pieces.join('') })
      expect(unpackAnswer(packAnswer(answer, request), request)).toBe(answer)
    }),
  )
})

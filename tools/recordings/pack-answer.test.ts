import { expect, it } from 'vitest'
import { packAnswer, unpackAnswer } from './pack-answer.ts'

const request = {
  messages: [
    { role: 'system' as const, content: 'You judge.' },
    { role: 'user' as const, content: 'The harbour of Vik has 12 gates, as everyone knows.' },
  ],
}
const answer = JSON.stringify({
  claims: [
    { quote: 'The harbour of Vik has 12 gates', reason: 'It says so in these words.', status: 'present' },
  ],
  short: 'Vik',
})

it('keeps no words of the row, and gives them back with the request', () => {
  const packed = packAnswer(answer, request)
  expect(packed).not.toContain('harbour')
  expect(packed).toContain('It says so')
  expect(unpackAnswer(packed, request)).toBe(answer)
})

import { expect, it } from 'vitest'
import { readNumberTokens } from './read-number-tokens.ts'

const token = (text: string, ...others: readonly (readonly [string, number])[]) => ({
  token: text,
  logprob: 0,
  top_logprobs: others.map(([other, probability]) => ({ token: other, logprob: Math.log(probability) })),
})
const body = (...content: readonly unknown[]) => ({ choices: [{ logprobs: { content } }] })

it('keeps the numbers of a reply alone, each with what else could have stood there', () => {
  const sent = body(
    token('{"score":'),
    token(' 4', [' 4', 0.5], ['4', 0.1], [' 3', 0.3], [' "', 0.1]),
    token('}'),
  )
  expect(readNumberTokens(sent, '{"score": 4}')).toEqual([
    {
      start: 9,
      probabilities: { 4: expect.closeTo(0.6, 12) as number, 3: expect.closeTo(0.3, 12) as number },
    },
  ])
})

it.each([
  ['nothing was sent', { choices: [{ logprobs: null }] }, 'a'],
  ['the tokens make up another text', body(token('4')), '5'],
  ['the body is none', null, ''],
])('says nothing where %s', (_, sent, text) => {
  expect(readNumberTokens(sent, text)).toBeUndefined()
})

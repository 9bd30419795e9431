import { expect, it } from 'vitest'
import { createPriceBook } from './create-price-book.ts'
import { estimateRun } from './estimate-run.ts'
import { assumedOutputTokens, boundRequestTokens, estimateRequestTokens } from './request-tokens.ts'

const prices = createPriceBook([
  { model: 'a:b', validFrom: null, validUntil: null, usdPerMillion: { input: 1, output: 10 } },
])
const request = (content: string, maxOutputTokens?: number) => ({
  messages: [{ role: 'user' as const, content }],
  ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
})

it('adds samples up by how often each will be made', () => {
  const samples = [
    { model: 'a:b', request: request('x'.repeat(396), 50), times: 100 },
    { model: 'a:b', request: request('x'.repeat(796), 10), times: 10 },
  ]
  const estimate = estimateRun(samples, { prices, atMs: 0 })
  expect(estimate).toEqual({
    calls: 110,
    inputTokens: 100 * 103 + 10 * 203,
    outputTokens: 5100,
    costUsd: expect.closeTo((12_330 + 51_000) / 1e6, 10),
    unknownPrices: [],
  })
})

it('says which price is unknown instead of leaving it out', () => {
  const samples = [
    { model: 'a:b', request: request('x'), times: 1 },
    { model: 'c:d', request: request('x'), times: 1 },
  ]
  expect(estimateRun(samples, { prices, atMs: 0 })).toMatchObject({ costUsd: null, unknownPrices: ['c:d'] })
})

it('bounds the tokens of a request by its bytes, in any script', () => {
  expect(boundRequestTokens(request('abc', 7))).toEqual({ input: 3 + 16, output: 7 })
  expect(boundRequestTokens(request('漢字'))).toEqual({ input: 6 + 16, output: assumedOutputTokens })
  for (const text of ['plain words here', '漢字と仮名', 'смесь of both', ''])
    expect(estimateRequestTokens(request(text)).input).toBeLessThanOrEqual(
      boundRequestTokens(request(text)).input,
    )
})

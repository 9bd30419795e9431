import type { CallRow } from '@assay/contracts'
import { expect, test } from 'vitest'
import type { RunReader } from '../../ports/run-store.ts'
import { costOfVerdicts } from './cost-of-verdicts.ts'

const reply = {
  text: '',
  finishReason: 'stop',
  usage: { input: 1, output: 1 },
  returnedModel: null,
  latencyMs: 1,
} as const

const call = (parts: Partial<CallRow>): CallRow => ({
  unit: 'a#0',
  key: 'k',
  model: 'provider:model',
  prompt: 'judge-correctness@1',
  at: '2026-01-02T03:04:05.000Z',
  tries: 1,
  reply,
  error: null,
  costUsd: 0.002,
  cached: false,
  ...parts,
})

const cost = (...calls: readonly CallRow[]) =>
  costOfVerdicts(
    {
      rows: async function* () {
        yield* calls
      } as unknown as RunReader['rows'],
    },
    2,
  )

test('a thousand verdicts cost what the calls of the judge cost', async () => {
  const byCheck = call({ prompt: 'rate-by-rubric@1', costUsd: 5 })
  expect(await cost(call({}), call({ prompt: 'judge-declining@1' }), byCheck)).toBeCloseTo(2, 12)
  expect(await cost()).toBe(0)
  expect(await cost(call({}), call({ reply: null, costUsd: null }))).toBeCloseTo(1, 12)
})

test('it is not known where a reply came from the cache or a price is missing', async () => {
  expect(await cost(call({}), call({ cached: true, costUsd: null }))).toBeNull()
  expect(await cost(call({}), call({ costUsd: null }))).toBeNull()
  expect(await cost(call({ prompt: 'rate-by-rubric@1', cached: true, costUsd: null }))).toBe(0)
})

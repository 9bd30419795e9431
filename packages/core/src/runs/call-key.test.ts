import { sha256 } from '@assay/testkit'
import { expect, it } from 'vitest'
import { callKey } from './call-key.ts'

const model = { id: 'openai:gpt-4o', provider: 'openai' }
const request = {
  messages: [{ role: 'user' as const, content: 'Is it 5?' }],
  temperature: 0,
  responseSchema: { name: 'verdict', schema: { type: 'object', properties: { a: {}, b: {} } } },
}
const key = (change: object, of = model) => callKey(sha256, of, { ...request, ...change })

it('is the same for the same call, however its parts are ordered', () => {
  const schema = { properties: { b: {}, a: {} }, type: 'object' }
  const { messages, temperature } = request
  expect(callKey(sha256, model, { responseSchema: { schema, name: 'verdict' }, temperature, messages })).toBe(
    key({}),
  )
  expect(key({ repeatIndex: 0 })).toBe(key({}))
  expect(key({ prompt: 'judge@1' }), 'the name of the prompt does not count').toBe(key({}))
})

it('differs with everything that decides the answer', () => {
  const keys = [
    key({}),
    key({}, { ...model, id: 'openai:gpt-4o-mini' }),
    key({}, { ...model, provider: 'http://127.0.0.1:8000' }),
    key({ temperature: 1 }),
    key({ topP: 0.5 }),
    key({ seed: 1 }),
    key({ maxOutputTokens: 5 }),
    key({ stop: ['x'] }),
    key({ repeatIndex: 1 }),
    key({ messages: [{ role: 'system', content: 'Is it 5?' }] }),
    key({ responseSchema: { name: 'verdict', schema: {} } }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
})

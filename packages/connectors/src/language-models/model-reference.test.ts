import { expect, it } from 'vitest'
import { parseModelReference } from './model-reference.ts'

it('keeps colons in the model name', () => {
  expect(parseModelReference('ollama:qwen3:0.6b')).toMatchObject({
    value: { provider: 'ollama', model: 'qwen3:0.6b', url: null },
  })
})

it('reads an address and a model, with or without the prefix', () => {
  const value = { provider: 'openai-compatible', url: 'http://127.0.0.1:8000/v1', model: 'org/model' }
  const long = parseModelReference('openai-compatible:http://127.0.0.1:8000/v1#org/model')
  expect(long).toMatchObject({ value })
  expect(parseModelReference('http://127.0.0.1:8000/v1/#org/model')).toMatchObject({ value })
})

it.each([
  'gpt-4o',
  'openai:',
  'opnai:gpt-4o',
  'openai-compatible:not an address#m',
  'http://127.0.0.1/v1',
  '',
])('refuses %j with ASSAY-5012', (text) => {
  expect(parseModelReference(text)).toMatchObject({ ok: false, error: { code: 'ASSAY-5012' } })
})

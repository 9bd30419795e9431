import { expect, it } from 'vitest'
import { isLocalModel } from './is-local-model.ts'

const judge = (model: string, env: Readonly<Record<string, string>> = {}) =>
  isLocalModel(model, { env: (name) => env[name] })

it.each([
  'local:smollm2',
  'ollama:llama3',
  'http://127.0.0.1:8000/v1#m',
  'http://localhost/v1#m',
  'http://[::1]:8000/v1#m',
])('%s stays on this machine', (model) => {
  expect(judge(model)).toBe(true)
})

it.each([
  'openai:gpt-5-mini',
  'azure:deployment',
  'https://models.example.com/v1#m',
  'http://127.0.0.1.example.com/v1#m',
  'http://10.0.0.7/v1#m',
  'nonsense',
])('%s does not', (model) => {
  expect(judge(model)).toBe(false)
})

it('goes by the address that the environment names', () => {
  expect(judge('ollama:llama3', { OLLAMA_HOST: 'gpu.example.com' })).toBe(false)
  expect(judge('openai:m', { OPENAI_BASE_URL: 'http://localhost:9000/v1' })).toBe(true)
})

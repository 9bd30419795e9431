import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Result } from '@assay/core'
import type { ModelReply } from '@assay/contracts'
import { describe, expect, it } from 'vitest'
import { openModel } from './open-model.ts'

const data = fileURLToPath(new URL('../../../../../shared/data/gw-vercel-ai-fixtures/', import.meta.url))
const absent = !existsSync(data)
if (absent) process.stderr.write(`skipped: no recorded provider bodies at ${data}\n`)

const environment: Readonly<Record<string, string>> = {
  AWS_REGION: 'eu-west-1',
  AZURE_RESOURCE_NAME: 'assay',
}
const env = (name: string) => environment[name] ?? (/KEY|TOKEN/.test(name) ? 'a-key' : undefined)

interface Sent {
  readonly url: string
  readonly body: string
}

/** Answers one request with a recorded body, and keeps what was sent. */
async function replay(reference: string, file: string, status = 200): Promise<[Result<ModelReply>, Sent[]]> {
  const sent: Sent[] = []
  const body = await readFile(path.join(data, file), 'utf8')
  const recorded: typeof fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    sent.push({ url, body: typeof init?.body === 'string' ? init.body : '' })
    const headers = { 'content-type': 'application/json', 'x-request-id': 'req-1' }
    return Promise.resolve(new Response(body, { status, headers }))
  }
  const model = await openModel(reference, { env, fetch: recorded })
  if (!model.ok) throw new Error(model.error.fix)
  const request = { messages: [{ role: 'user' as const, content: 'Hello' }] }
  return [await model.value.generate(request, { signal: new AbortController().signal }), sent]
}

describe.skipIf(absent)('recorded bodies', () => {
  it.each([
    [
      'openai:gpt-4.1-nano',
      'openai/openai-text.json',
      'https://api.openai.com/v1/chat/completions',
      [16, 363],
    ],
    ['anthropic:claude', 'anthropic/anthropic-text.json', 'https://api.anthropic.com/v1/messages', null],
    ['google:gemini', 'google/google-text.json', 'https://generativelanguage.googleapis.com/v1beta/', null],
    [
      'bedrock:nova',
      'amazon-bedrock/amazon-bedrock-text.json',
      'https://bedrock-runtime.eu-west-1.amazonaws.com/',
      [22, 57],
    ],
    ['mistral:small', 'mistral/mistral-text.json', 'https://api.mistral.ai/v1/chat/completions', null],
    ['cohere:command', 'cohere/cohere-text.json', 'https://api.cohere.com/v2/chat', null],
    ['groq:llama', 'groq/groq-text.json', 'https://api.groq.com/openai/v1/chat/completions', null],
    ['azure:gpt', 'openai/openai-text.json', 'https://assay.openai.azure.com/openai/', [16, 363]],
    [
      'openai-compatible:https://api.x.ai/v1#grok',
      'openai-compatible/xai-text.json',
      'https://api.x.ai/v1/chat/completions',
      null,
    ],
  ])('%s reads %s', async (reference, file, address, usage) => {
    const [result, sent] = await replay(reference, file)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    const { value } = result
    expect(sent).toHaveLength(1)
    expect(sent[0]?.url.startsWith(address)).toBe(true)
    expect(value.text).not.toBe('')
    expect(value.finishReason).toBe('stop')
    expect(value.usage.input).toBeGreaterThan(0)
    expect(value.usage.output).toBeGreaterThan(0)
    if (usage !== null) expect([value.usage.input, value.usage.output]).toEqual(usage)
  })

  it('keep the returned model and the fingerprint', async () => {
    const [result] = await replay('openai:gpt-4.1-nano', 'openai/openai-text.json')
    expect(result).toMatchObject({
      value: { returnedModel: 'gpt-4.1-nano-2025-04-14', fingerprint: 'fp_de604bd877', requestId: 'req-1' },
    })
  })

  it('of a reasoning model count the reasoning tokens within the output', async () => {
    const [result] = await replay('groq:qwen', 'groq/groq-reasoning.json')
    if (!result.ok) throw new Error(result.error.detail)
    const { output, reasoning } = result.value.usage
    expect(output).toBeGreaterThan(0)
    if (typeof reasoning === 'number') expect(reasoning).toBeLessThanOrEqual(output ?? 0)
    expect(result.value.text).not.toContain('<think>')
  })

  it('of a refusal become a content-filter reply', async () => {
    const [result] = await replay('anthropic:claude', 'anthropic/anthropic-refusal.json')
    expect(result).toMatchObject({
      value: { text: '', finishReason: 'content-filter', usage: { input: 18 } },
    })
  })

  it('of an answer cut off at the cap become length', async () => {
    const [result] = await replay('cohere:command', 'cohere/cohere-max-tokens.json')
    expect(result).toMatchObject({ value: { finishReason: 'length' } })
  })

  it("of Google's quota error carry its wait from the body", async () => {
    const [result] = await replay('google:gemini', 'google/google-429-retry-info.json', 429)
    expect(result).toMatchObject({ error: { code: 'ASSAY-5004', retryAfterMs: 34_400 } })
  })

  it("of OpenAI's parameter error are a refused request with the provider's words", async () => {
    const file = 'openai/reasoning-model-temperature-error.json'
    const [result] = await replay('openai:gpt-5', file, 400)
    expect(result).toMatchObject({
      error: { code: 'ASSAY-5006', detail: expect.stringContaining('temperature') },
    })
  })
})

import { startScriptedServer, type ModelScript, type ScriptedServer } from '@assay/testkit'
import { must, type LanguageModel, type RateSignal } from '@assay/core'
import { afterEach, describe, expect, it } from 'vitest'
import { openModel, type OpenModelDependencies } from './open-model.ts'

let server: ScriptedServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const key = 'sk-secret-1234'
const env = (name: string) => (name.endsWith('_API_KEY') ? key : undefined)
const ask = { messages: [{ role: 'user' as const, content: 'Hello there' }] }
const never = () => new AbortController().signal

const open = async (script: ModelScript, reference = (url: string) => `openai-compatible:${url}#small`) => {
  server = await startScriptedServer(script)
  return opened(reference(server.url), { env })
}

async function opened(reference: string, deps: OpenModelDependencies): Promise<LanguageModel> {
  const model = await openModel(reference, deps)
  if (!model.ok) throw new Error(model.error.message)
  return model.value
}

describe('a reply', () => {
  it('carries text, usage by kind, returned model, fingerprint, request id and latency', async () => {
    const model = await open(() => ({ text: 'Good day', model: 'small-2026', fingerprint: 'fp_1' }))
    const reply = await model.generate(ask, { signal: never() })
    expect(reply).toMatchObject({
      value: {
        text: 'Good day',
        finishReason: 'stop',
        usage: { input: 2, output: 2 },
        returnedModel: 'small-2026',
        fingerprint: 'fp_1',
        requestId: 'req-scripted',
      },
    })
  })

  it('is sent with the key, the parameters and the whole conversation', async () => {
    const model = await open(() => 'ok')
    const messages = [
      { role: 'system' as const, content: 'Be brief' },
      { role: 'assistant' as const, content: 'Yes' },
      { role: 'user' as const, content: 'Why' },
    ]
    const request = { messages, temperature: 0, topP: 0.5, seed: 7, stop: ['END'], maxOutputTokens: 9 }
    await model.generate(request, { signal: never() })
    const sent = must(server?.requests[0], 'request')
    expect(sent.headers['authorization']).toBe(`Bearer ${key}`)
    expect(sent.messages).toEqual(messages)
    expect(sent.body).toMatchObject({ temperature: 0, top_p: 0.5, seed: 7, stop: ['END'], max_tokens: 9 })
  })

  it('asks for structured output, strict only when the schema allows it', async () => {
    server = await startScriptedServer(() => ({ json: { a: 1 } }))
    const model = await opened('openai:gpt-4.1', { env, baseUrl: server.url })
    const loose = { type: 'object', properties: { a: { type: 'number' } } }
    const strict = { ...loose, required: ['a'], additionalProperties: false }
    for (const schema of [loose, strict])
      await model.generate({ ...ask, responseSchema: { name: 'sum', schema } }, { signal: never() })
    const formats = server?.requests.map(({ body }) => body['response_format'])
    expect(formats).toMatchObject([
      { type: 'json_schema', json_schema: { name: 'sum', strict: false } },
      { type: 'json_schema', json_schema: { name: 'sum', strict: true } },
    ])
  })

  it.each([
    ['a refusal', { refusal: 'I cannot help' }, { text: 'I cannot help', finishReason: 'content-filter' }],
    ['a cut-off text', { truncated: '{"a": [1' }, { text: '{"a": [1', finishReason: 'length' }],
    ['an empty string', { text: '' }, { text: '', finishReason: 'stop' }],
    ['broken JSON in the text', { text: '{"a":' }, { text: '{"a":', finishReason: 'stop' }],
  ])('comes back for %s, with its finish reason', async (_, scripted, expected) => {
    const model = await open(() => scripted)
    expect(await model.generate(ask, { signal: never() })).toMatchObject({ value: expected })
  })

  it("puts OpenAI's refusal field into the text", async () => {
    const body = {
      choices: [{ message: { content: null, refusal: 'Not this' }, finish_reason: 'stop' }],
      model: 'm',
    }
    const model = await open(() => ({ rawBody: JSON.stringify(body) }))
    expect(await model.generate(ask, { signal: never() })).toMatchObject({
      value: { text: 'Not this', finishReason: 'content-filter' },
    })
  })

  it('reports the rate headers once', async () => {
    const model = await open(() => ({ text: 'x', headers: { 'x-ratelimit-remaining-requests': '3' } }))
    const signals: RateSignal[] = []
    await model.generate(ask, { signal: never(), onRate: (signal) => signals.push(signal) })
    expect(signals).toEqual([{ remainingRequests: 3 }])
  })
})

describe('a failure', () => {
  const failure = async (script: ModelScript, signal = never()) => {
    const result = await (await open(script)).generate(ask, { signal })
    if (result.ok) throw new Error('no failure')
    return result.error
  }

  it.each([
    [401, 'ASSAY-5007'],
    [400, 'ASSAY-5006'],
    [404, 'ASSAY-5006'],
    [429, 'ASSAY-5004'],
    [500, 'ASSAY-5005'],
    [503, 'ASSAY-5005'],
    [529, 'ASSAY-5005'],
  ])('of status %i is %s and is one request', async (status, code) => {
    const error = await failure(() => ({ status }))
    expect(error).toMatchObject({ code })
    expect(error.where).toContain(`status ${status} · request req-scripted`)
    expect(server?.requests).toHaveLength(1)
  })

  it('names the environment variable of a key that was not accepted, and never shows the key', async () => {
    const error = await failure(() => ({ status: 401, body: { error: { message: `Bad key ${key}` } } }))
    expect(error.fix).toContain('OPENAI_COMPATIBLE_API_KEY')
    expect(error.detail).toContain('Bad key [redacted]')
  })

  it('keeps the wait the provider asks for', async () => {
    const error = await failure(() => ({ status: 429, headers: { 'retry-after': '7' } }))
    expect(error.retryAfterMs).toBe(7000)
  })

  it('is not retryable when the account is out of money', async () => {
    const error = await failure(() => ({ status: 429, body: { error: { code: 'insufficient_quota' } } }))
    expect(error.code).toBe('ASSAY-5006')
  })

  it('of a broken envelope or an empty body is the provider’s', async () => {
    const broken = await failure(() => ({ rawBody: '{"choices": [' }))
    await server?.close()
    const empty = await failure(() => ({ rawBody: '' }))
    expect([broken.code, empty.code]).toEqual(['ASSAY-5005', 'ASSAY-5005'])
  })

  it('of the connection is ASSAY-5002', async () => {
    expect((await failure(() => ({ disconnect: true }))).code).toBe('ASSAY-5002')
    const url = must(server, 'server').url
    await server?.close()
    const closed = await opened(`openai-compatible:${url}#m`, { env })
    expect(await closed.generate(ask, { signal: never() })).toMatchObject({
      error: { code: 'ASSAY-5002', detail: expect.stringContaining('ECONNREFUSED') },
    })
  })

  it('of a call that hangs is ASSAY-5003 as soon as its signal aborts', async () => {
    const started = performance.now()
    const error = await failure(() => ({ hang: true }), AbortSignal.timeout(80))
    expect(error.code).toBe('ASSAY-5003')
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('opening', () => {
  const none = () => undefined

  it.each([
    ['openai:gpt-4.1', 'OPENAI_API_KEY'],
    ['anthropic:claude', 'ANTHROPIC_API_KEY'],
    ['google:gemini', 'GOOGLE_GENERATIVE_AI_API_KEY'],
    ['bedrock:nova', 'AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
    ['azure:gpt', 'AZURE_API_KEY'],
    ['mistral:small', 'MISTRAL_API_KEY'],
    ['cohere:command', 'COHERE_API_KEY'],
    ['groq:llama', 'GROQ_API_KEY'],
  ])('%s without a key names %s', async (reference, names) => {
    expect(await openModel(reference, { env: none })).toMatchObject({
      error: { code: 'ASSAY-1005', fix: `set ${names}` },
    })
  })

  it('names what an address still needs', async () => {
    const result = await openModel('azure:gpt', { env })
    expect(result).toMatchObject({ error: { code: 'ASSAY-1005', fix: 'set AZURE_RESOURCE_NAME' } })
  })

  it('finds Ollama at its own variable', async () => {
    server = await startScriptedServer(() => 'from ollama')
    const host = new URL(server.url).host
    const model = await opened('ollama:qwen3:0.6b', {
      env: (name) => (name === 'OLLAMA_HOST' ? host : undefined),
    })
    expect(await model.generate(ask, { signal: never() })).toMatchObject({ value: { text: 'from ollama' } })
    expect([model.provider, server.requests[0]?.model]).toEqual(['ollama', 'qwen3:0.6b'])
  })

  it('says how to install the package of local models', async () => {
    const result = await openModel('local:smollm2', { env, loadLocalModels: () => Promise.resolve(null) })
    expect(result).toMatchObject({ error: { code: 'ASSAY-8004' } })
  })
})

it('asks for the most likely tokens only where a number is wanted, each provider in its way', async () => {
  server = await startScriptedServer(() => 'ok')
  const ask2 = { ...ask, numberProbabilities: true }
  for (const reference of ['openai:gpt-4.1', `openai-compatible:${server.url}#small`, 'groq:llama']) {
    const model = await opened(reference, { env, baseUrl: server.url })
    await model.generate(ask2, { signal: never() })
    await model.generate(ask, { signal: never() })
  }
  expect(server.requests.map(({ body }) => body['top_logprobs'])).toEqual([
    20,
    undefined,
    20,
    undefined,
    undefined,
    undefined,
  ])
})

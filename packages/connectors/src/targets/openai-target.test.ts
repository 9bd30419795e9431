import type { Target } from '@assay/core'
import { startScriptedServer, type ModelScript, type ScriptedServer } from '@assay/testkit'
import { afterEach, expect, it } from 'vitest'
import { createOpenAiTarget, type OpenAiTargetConfiguration } from './openai-target.ts'

let server: ScriptedServer | undefined
afterEach(() => server?.close())

const request = {
  question: 'And its default?',
  history: [{ role: 'user' as const, content: 'What is the limit?' }],
  threadId: 't',
  caseId: 'c',
  repeat: 0,
}
const signal = new AbortController().signal
const env = (name: string) => (name === 'APP_KEY' ? 'k-1' : undefined)

async function open(script: ModelScript, extra: Partial<OpenAiTargetConfiguration> = {}): Promise<Target> {
  server = await startScriptedServer(script)
  const configuration = { kind: 'openai' as const, url: server.url, model: 'app', stream: false, ...extra }
  const target = createOpenAiTarget(configuration, { name: 'app', env, folder: '/' })
  if (!target.ok) throw new Error(target.error.fix)
  return target.value
}

it('asks with system prompt, history, key and parameters, and reads text, usage and model', async () => {
  const target = await open(() => ({ text: '30 s', model: 'app-2' }), {
    systemPrompt: 'Be brief',
    apiKeyEnv: 'APP_KEY',
    temperature: 0,
    maxOutputTokens: 50,
  })
  const answer = await target.ask(request, { signal })
  expect(answer).toMatchObject({
    value: { text: '30 s', usage: { input: 9, output: 2 }, returnedModel: 'app-2', finishReason: 'stop' },
  })
  expect(server?.requests[0]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'user'])
  expect(server?.requests[0]?.body).toMatchObject({ temperature: 0, max_tokens: 50 })
  expect(server?.requests[0]?.headers['authorization']).toBe('Bearer k-1')
})

it('is asked with the prompt and the parameters of a matrix, which go before its own', async () => {
  const target = await open(() => ({ text: '30 s' }), {
    systemPrompt: 'Be brief',
    prompt: 'Be thorough',
    temperature: 0,
    parameters: { temperature: 0.7, topP: 0.9, seed: 7, model: 'app-large' },
  })
  await target.ask(request, { signal })
  expect(server?.requests[0]?.messages[0]?.content).toBe('Be thorough')
  expect(server?.requests[0]?.body).toMatchObject({
    temperature: 0.7,
    top_p: 0.9,
    seed: 7,
    model: 'app-large',
  })
})

it('reads a stream and measures the time to the first token', async () => {
  const target = await open(
    () => ({ text: 'a b c', chunks: ['a ', 'b ', 'c'], chunkDelayMs: 40, fingerprint: 'f' }),
    { stream: true },
  )
  const answer = await target.ask(request, { signal })
  if (!answer.ok) throw new Error(answer.error.detail)
  expect(answer.value).toMatchObject({ text: 'a b c', finishReason: 'stop', usage: { output: 3 } })
  expect(answer.value.latencyMs - (answer.value.timeToFirstTokenMs ?? 0)).toBeGreaterThan(60)
})

it.each([
  [{ status: 500, body: 'out of memory' }, 'ASSAY-4003'],
  [{ status: 401 }, 'ASSAY-4003'],
  [{ status: 429, headers: { 'retry-after': '3' } }, 'ASSAY-4005'],
  [{ status: 503 }, 'ASSAY-4005'],
  [{ status: 504 }, 'ASSAY-4002'],
  [{ rawBody: '{"choices": [' }, 'ASSAY-4004'],
  [{ rawBody: '' }, 'ASSAY-4004'],
  [{ disconnect: true as const }, 'ASSAY-4001'],
])('turns %j into %s', async (reply, code) => {
  const target = await open(() => reply)
  expect(await target.ask(request, { signal })).toMatchObject({ error: { code } })
})

it('keeps the wait the target asks for', async () => {
  const target = await open(() => ({ status: 429, headers: { 'retry-after': '3' } }))
  expect(await target.ask(request, { signal })).toMatchObject({ error: { retryAfterMs: 3000 } })
})

it.each([true, false])('ends a hung call by its signal (streamed: %s)', async (stream) => {
  const target = await open(() => ({ hang: true }), { stream })
  const result = await target.ask(request, { signal: AbortSignal.timeout(60) })
  expect(result).toMatchObject({ error: { code: 'ASSAY-4002' } })
})

it('reports an error inside a stream, and a stream without an answer', async () => {
  const failing = await open(() => ({ rawBody: 'data: {"error":{"message":"overloaded"}}\n\n' }), {
    stream: true,
  })
  expect(await failing.ask(request, { signal })).toMatchObject({
    error: { code: 'ASSAY-4003', detail: '{"message":"overloaded"}' },
  })
  await server?.close()
  const empty = await open(() => ({ rawBody: 'data: [DONE]\n\n' }), { stream: true })
  expect(await empty.ask(request, { signal })).toMatchObject({ error: { code: 'ASSAY-4004' } })
})

it('joins the pieces of streamed tool calls', async () => {
  const piece = (call: unknown) =>
    `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [call] } }] })}\n\n`
  const body = [
    piece({ index: 0, function: { name: 'find', arguments: '{"q"' } }),
    piece({ index: 0, function: { arguments: ':1}' } }),
    'data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}]}\n\ndata: [DONE]\n\n',
  ]
  const target = await open(() => ({ rawBody: body.join('') }), { stream: true })
  expect(await target.ask(request, { signal })).toMatchObject({
    value: { finishReason: 'tool-calls', toolCalls: [{ name: 'find', arguments: { q: 1 } }] },
  })
})

it('names the variable of a key that is not set', () => {
  const configuration = {
    kind: 'openai' as const,
    url: 'http://x/v1',
    model: 'm',
    stream: false,
    apiKeyEnv: 'NONE',
  }
  const target = createOpenAiTarget(configuration, { name: 'app', env, folder: '/' })
  expect(target).toMatchObject({ error: { code: 'ASSAY-1005', fix: 'set NONE' } })
})

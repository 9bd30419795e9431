import { afterEach, expect, it } from 'vitest'
import { startScriptedServer, type ModelScript, type ScriptedServer } from './scripted-server.ts'

let server: ScriptedServer | undefined
afterEach(() => server?.close())

const ask = async (script: ModelScript, extra: Record<string, unknown> = {}, signal?: AbortSignal) => {
  server = await startScriptedServer(script)
  return fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'two words' }], ...extra }),
    ...(signal === undefined ? {} : { signal }),
  })
}

it('answers a text with usage and records the request', async () => {
  const body = await (await ask(({ prompt }) => `you said ${prompt}`)).json()
  expect(body).toMatchObject({
    model: 'm',
    choices: [{ message: { content: 'you said two words' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 2, completion_tokens: 4, total_tokens: 6 },
  })
  expect(server?.requests.map((request) => request.prompt)).toEqual(['two words'])
})

it('streams chunks as server-sent events and ends with the usage', async () => {
  const text = await (await ask(() => ({ text: 'ab', chunks: ['a', 'b'] }), { stream: true })).text()
  const events = text.split('\n\n').filter((event) => event !== '')
  expect(events).toHaveLength(5)
  expect(events.at(-1)).toBe('data: [DONE]')
  expect(events[3]).toContain('"completion_tokens":1')
})

it('answers any status with its headers', async () => {
  const response = await ask(() => ({ status: 429, headers: { 'retry-after': '2' } }))
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2'])
})

it('marks refusals and truncation by their finish reasons', async () => {
  const refused = await (await ask(() => ({ refusal: '' }))).json()
  await server?.close()
  const cut = await (await ask(() => ({ truncated: '{"a":' }))).json()
  expect([refused, cut]).toMatchObject([
    { choices: [{ finish_reason: 'content_filter' }] },
    { choices: [{ finish_reason: 'length', message: { content: '{"a":' } }] },
  ])
})

it('hangs until the client gives up, and closes cleanly', async () => {
  await expect(ask(() => ({ hang: true }), {}, AbortSignal.timeout(50))).rejects.toThrow(/timeout/)
  await server?.close()
})

it('sends raw bodies and cuts connections', async () => {
  expect(await (await ask(() => ({ rawBody: '{"choices": [' }))).text()).toBe('{"choices": [')
  await server?.close()
  await expect(ask(() => ({ disconnect: true }))).rejects.toThrow()
})

it('embeds texts that share words closer than texts that do not', async () => {
  server = await startScriptedServer(() => '')
  const response = await fetch(`${server.url}/embeddings`, {
    method: 'POST',
    body: JSON.stringify({ model: 'e', input: ['the red car', 'a red car', 'invoice totals'] }),
  })
  const { data } = (await response.json()) as { data: { embedding: number[] }[] }
  const [a, b, c] = data.map((row) => row.embedding)
  const dot = (x: number[] = [], y: number[] = []) =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0)
  expect(dot(a, b)).toBeGreaterThan(dot(a, c))
  expect(dot(a, a)).toBeCloseTo(1)
})

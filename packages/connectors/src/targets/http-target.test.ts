import { targetConfigurationSchema } from '@assay/contracts'
import type { Result, Target, TargetRequest } from '@assay/core'
import { expect, it } from 'vitest'
import { createHttpTarget } from './http-target.ts'

const signal = new AbortController().signal
const request: TargetRequest = {
  question: 'And "its" default?',
  history: [
    { role: 'user', content: 'What is the limit?' },
    { role: 'assistant', content: '30 s' },
  ],
  threadId: 'mine',
  caseId: 'c1',
  repeat: 0,
}

interface Sent {
  readonly url: string
  readonly headers: Headers
  readonly body: string
}

function open(
  options: Record<string, unknown>,
  replies: readonly (string | Response)[] = ['{"answer":"ok"}'],
) {
  const sent: Sent[] = []
  const parsed = targetConfigurationSchema.parse({ kind: 'http', url: 'http://app/ask', ...options })
  if (parsed.kind !== 'http') throw new Error('bug')
  const send: typeof fetch = (url, init) => {
    sent.push({
      url: url instanceof Request ? url.url : url.toString(),
      headers: new Headers(init?.headers),
      body: typeof init?.body === 'string' ? init.body : '',
    })
    const reply = replies[Math.min(sent.length, replies.length) - 1]
    return Promise.resolve(reply instanceof Response ? reply : new Response(reply))
  }
  const env = (name: string) => (name === 'TOKEN' ? 't-1' : undefined)
  return { target: createHttpTarget(parsed, { name: 'app', env, folder: '/', fetch: send }), sent }
}

async function ask(target: Result<Target>, asked = request) {
  if (!target.ok) throw new Error(`${target.error.code} ${target.error.where}`)
  return target.value.ask(asked, { signal })
}

it('fills strings, keeps lists as lists, and fills headers from the environment', async () => {
  const body = { q: 'Please: {{ question }}', chat: '{{ messages }}', past: '{{ history }}', n: 3 }
  const { target, sent } = open({ body, headers: { authorization: 'Bearer ${TOKEN}' } })
  await ask(target)
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    q: 'Please: And "its" default?',
    chat: [...request.history, { role: 'user', content: request.question }],
    past: request.history,
    n: 3,
  })
  expect(sent[0]?.headers.get('authorization')).toBe('Bearer t-1')
  expect(sent[0]?.headers.get('content-type')).toBe('application/json')
})

it('puts the prompt and the parameters of a matrix where the template names them', async () => {
  const { target, sent } = open({
    prompt: 'Be brief.',
    parameters: { temperature: 0.7 },
    body: { t: '{{ parameters.temperature }}', all: '{{ parameters }}', text: '{{ prompt }} {{ question }}' },
  })
  await ask(target)
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    t: 0.7,
    all: { temperature: 0.7 },
    text: 'Be brief. And "its" default?',
  })
})

it('percent-encodes what it puts into an address', async () => {
  const { target, sent } = open({ method: 'GET', url: 'http://app/ask?q={{ question }}' })
  await ask(target, { ...request, question: 'a&b=c/../d' })
  expect(sent[0]?.url).toBe('http://app/ask?q=a%26b%3Dc%2F..%2Fd')
})

it('cannot reach prototypes or files from a template', () => {
  const reach = open({ body: { q: '{{ history.constructor.name }}' } })
  expect(reach.target).toMatchObject({ ok: false, error: { code: 'ASSAY-4006' } })
  const file = open({ body: { q: "{% include '/etc/hostname' %}" } })
  expect(file.target).toMatchObject({ ok: false, error: { code: 'ASSAY-4006' } })
})

it('cannot run code from a response path', () => {
  const { target } = open({ answerPath: '$[?(process.exit(1))]' })
  expect(target).toMatchObject({
    error: { code: 'ASSAY-4006', where: expect.stringContaining('process is not defined') },
  })
})

it('reads answer, documents, tool calls, usage and model by their paths', async () => {
  const reply = {
    data: { text: 'It is 30 s', sources: [{ body: 'p1', meta: { key: 4 }, score: 0.9 }, 'p2'] },
    calls: [{ name: 'search', arguments: { q: 'x' } }],
    usage: { prompt_tokens: 5, completion_tokens: 6 },
    model: 'app-3',
  }
  const { target } = open(
    {
      answerPath: '$.data.text',
      documentsPath: '$.data.sources',
      documentTextPath: '$.body',
      documentIdPath: '$.meta.key',
      toolCallsPath: '$.calls',
      usagePath: '$.usage',
      modelPath: '$.model',
    },
    [JSON.stringify(reply)],
  )
  expect(await ask(target)).toMatchObject({
    value: {
      text: 'It is 30 s',
      documents: [{ id: '4', text: 'p1', score: 0.9 }, { text: 'p2' }],
      toolCalls: [{ name: 'search', arguments: { q: 'x' } }],
      usage: { input: 5, output: 6 },
      returnedModel: 'app-3',
    },
  })
})

it('keeps documents that are absent apart from none found', async () => {
  const absent = await ask(open({ documentsPath: '$.docs' }, ['{"answer":"x"}']).target)
  const none = await ask(open({ documentsPath: '$.docs' }, ['{"answer":"x","docs":[]}']).target)
  expect(absent.ok && 'documents' in absent.value).toBe(false)
  expect(none).toMatchObject({ value: { documents: [] } })
})

it.each([
  [{}, '{"reply":"x"}', 'no text at answerPath $.answer'],
  [{}, '{"answer":{"text":"x"}}', 'no text at answerPath $.answer'],
  [{}, '<html>', 'the answer is not JSON'],
  [{ documentsPath: '$.docs' }, '{"answer":"x","docs":[{"t":1}]}', 'no text at documentTextPath $.text'],
])('says what it could not find with %j in %s', async (options, reply, reason) => {
  const result = await ask(open(options, [reply]).target)
  expect(result).toMatchObject({ error: { code: 'ASSAY-4004', detail: expect.any(String) } })
  expect(result.ok ? '' : result.error.where).toContain(reason)
})

it('reads server-sent events and takes each field from the last event that has it', async () => {
  const stream =
    'data: {"delta":"30"}\n\ndata: {"delta":" s","docs":["p"]}\n\ndata: {"usage":{"input":1,"output":2}}\n\ndata: [DONE]\n\n'
  const { target } = open({ stream: 'sse', documentsPath: '$.docs', usagePath: '$.usage' }, [stream])
  expect(await ask(target)).toMatchObject({
    value: {
      text: '30 s',
      documents: [{ text: 'p' }],
      usage: { input: 1, output: 2 },
      timeToFirstTokenMs: expect.any(Number),
    },
  })
})

it('reads streamed JSON lines, and bare text events', async () => {
  const lines = await ask(open({ stream: 'jsonl', deltaPath: '$.d' }, ['{"d":"a"}\n{"d":"b"}\n']).target)
  const bare = await ask(open({ stream: 'sse', deltaPath: '$' }, ['data: Good\n\ndata:  day\n\n']).target)
  expect([lines, bare]).toMatchObject([{ value: { text: 'ab' } }, { value: { text: 'Good day' } }])
})

it('plays earlier questions in the thread the endpoint opened', async () => {
  const { target, sent } = open(
    { body: { q: '{{ question }}', thread: '{{ threadId }}' }, threadIdPath: '$.thread' },
    ['{"answer":"first","thread":"T7"}', '{"answer":"second","thread":"T7"}'],
  )
  expect(await ask(target)).toEqual({ ok: true, value: { text: 'second', latencyMs: expect.any(Number) } })
  expect(sent.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { q: 'What is the limit?', thread: null },
    { q: 'And "its" default?', thread: 'T7' },
  ])
})

it('plays earlier questions under its own thread id when the template sends one without the history', async () => {
  const { target, sent } = open({ body: { q: '{{ question }}', thread: '{{ threadId }}' } })
  await ask(target)
  expect(sent.map(({ body }) => (JSON.parse(body) as { thread: string }).thread)).toEqual(['mine', 'mine'])
})

it('asks once when the template carries the history', async () => {
  const { target, sent } = open({ body: { chat: '{{ messages }}', thread: '{{ threadId }}' } })
  await ask(target)
  expect(sent).toHaveLength(1)
})

it.each([
  [{ headers: { a: '${NONE}' } }, 'ASSAY-1005'],
  [{ body: { q: '{{ qestion }}' } }, 'ASSAY-4006'],
  [{ body: { q: '{{ question | nope }}' } }, 'ASSAY-4006'],
  [{ url: 'not an address' }, 'ASSAY-4006'],
])('finds the mistake in %j before the first call', (options, code) => {
  expect(open(options).target).toMatchObject({ ok: false, error: { code } })
})

it('passes on what the endpoint says when it fails', async () => {
  const { target } = open({}, [new Response('no index', { status: 500 })])
  expect(await ask(target)).toMatchObject({
    error: { code: 'ASSAY-4003', detail: 'no index', where: 'http://app/ask · status 500' },
  })
})

it('refuses a secret that stands in the configuration, which run folders keep', () => {
  const { target } = open({ headers: { Authorization: 'Bearer abc' } })
  expect(target).toMatchObject({ ok: false, error: { code: 'ASSAY-1008', where: 'headers.Authorization' } })
  expect(open({ headers: { Authorization: 'Bearer ${TOKEN}', Accept: 'text/plain' } }).target.ok).toBe(true)
})

import type { ModelReply, ModelRequest } from '@assay/contracts'
import { sha256 } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createError } from '../errors/create-error.ts'
import type { ModelCaller } from '../ports/model-caller.ts'
import { definePrompt } from '../prompts/prompt.ts'
import { fail, ok, type Result } from '../result.ts'
import { askForJson, type AskOptions } from './ask-for-json.ts'

const prompt = definePrompt({
  id: 'count',
  purpose: 'Counts.',
  variables: { text: 'fenced' },
  messages: [
    { role: 'system', content: 'You count.' },
    { role: 'user', content: 'Count this:\n{{text}}' },
  ],
  outputSchema: z.object({ count: z.number() }),
  maxOutputTokens: 100,
})

type Reply = string | Partial<ModelReply> | Result<never>

/** Answers in turn and remembers what it was asked. */
function callerOf(...replies: readonly Reply[]) {
  const requests: ModelRequest[] = []
  const caller: ModelCaller = {
    id: 'scripted:model',
    call: async (request) => {
      const reply = replies[requests.push(request) - 1] ?? ''
      if (typeof reply === 'object' && 'ok' in reply) return reply
      const parts = typeof reply === 'string' ? { text: reply } : reply
      return ok({
        text: '',
        finishReason: 'stop',
        usage: { input: 1, output: 1 },
        returnedModel: null,
        latencyMs: 1,
        ...parts,
      })
    },
  }
  return { caller, requests }
}

async function ask(replies: readonly Reply[], options: Partial<AskOptions<{ count: number }>> = {}) {
  const { caller, requests } = callerOf(...replies)
  const values = { text: [{ label: 't1', text: 'one two' }] }
  const result = await askForJson(caller, prompt, values, { hash: sha256, ...options })
  return { result, requests }
}

describe('asking a model for JSON', () => {
  it('sends the schema and the version of the prompt, and takes an answer that follows it', async () => {
    const { result, requests } = await ask(['{"count": 2}'])
    expect(result).toMatchObject(ok({ value: { count: 2 }, calls: 1, repair: 'none' }))
    expect(requests[0]).toMatchObject({
      responseSchema: {
        name: 'count',
        schema: {
          type: 'object',
          properties: { count: { type: 'number' } },
          required: ['count'],
          additionalProperties: false,
        },
      },
      prompt: expect.stringMatching(/^count@[0-9a-f]{12}$/) as string,
      maxOutputTokens: 100,
    })
  })

  it('mends broken JSON without a second call', async () => {
    const { result, requests } = await ask(["```json\n{'count': 2,}\n```"])
    expect(result).toMatchObject(ok({ value: { count: 2 }, calls: 1, repair: 'mended' }))
    expect(requests).toHaveLength(1)
  })

  it('asks once more with what the schema says against the answer', async () => {
    const { result, requests } = await ask(['{"count": "many"}', '{"count": 2}'])
    expect(result).toMatchObject(ok({ value: { count: 2 }, calls: 2, repair: 'none' }))
    const added = requests[1]?.messages.slice(2)
    expect(added).toMatchObject([{ role: 'assistant', content: '{"count": "many"}' }, { role: 'user' }])
    expect(added?.[1]?.content).toContain('count: Invalid input: expected number')
  })

  it('asks once more with what else does not hold', async () => {
    const check = ({ count }: { count: number }) => (count === 2 ? null : 'the count is wrong')
    const { result, requests } = await ask(['{"count": 3}', '{"count": 2}'], { check })
    expect(result.ok).toBe(true)
    expect(requests[1]?.messages.at(-1)?.content).toContain('the count is wrong')
  })

  it('gives up after the second answer, with its raw text', async () => {
    const { result, requests } = await ask(['{"count": "many"}', 'still many'])
    expect(result).toMatchObject({ ok: false, error: { code: 'ASSAY-5010', detail: 'still many' } })
    expect(requests).toHaveLength(2)
  })

  it.each<[string, Reply, string, number]>([
    ['an empty answer', '  \n', 'ASSAY-5008', 2],
    ['an answer that was cut off', { text: '{"count": 2', finishReason: 'length' }, 'ASSAY-5009', 2],
    ['one that was cut off and mendable', { text: '{"count": 2,}', finishReason: 'length' }, 'ASSAY-5009', 2],
    ['one that was cut off before its first word', { text: '', finishReason: 'length' }, 'ASSAY-5009', 2],
    ['one that was cut off unnoticed', '{"count": 2', 'ASSAY-5010', 2],
    ['prose', 'There are two.', 'ASSAY-5010', 2],
    ['one that quotes another', 'Told: {"count": 1}. Mine: {"count": 2}', 'ASSAY-5010', 2],
    ['a refusal by the provider', { text: '{"count": 2}', finishReason: 'content-filter' }, 'ASSAY-5011', 1],
    ['a refusal in words', "I'm sorry, but I can't help with that.", 'ASSAY-5011', 1],
  ])('never takes %s for an answer', async (_, reply, code, calls) => {
    const { result, requests } = await ask([reply, reply])
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(requests).toHaveLength(calls)
  })

  it('takes an answer that was whole when the limit was reached', async () => {
    const { result } = await ask([{ text: '{"count": 2}   ', finishReason: 'length' }])
    expect(result.ok).toBe(true)
  })

  it('asks for an empty answer as a new repeat, for a cut-off one with twice the room', async () => {
    expect((await ask(['', '{"count": 2}'])).requests[1]).toMatchObject({
      repeatIndex: 1,
      maxOutputTokens: 100,
    })
    const cut = await ask([{ text: '{', finishReason: 'length' }, '{"count": 2}'])
    expect(cut.requests[1]).toMatchObject({ repeatIndex: 1, maxOutputTokens: 200 })
  })

  it('asks a repeat, and its re-ask, as calls of their own', async () => {
    expect((await ask(['', '{"count": 2}'], { repeat: 2 })).requests).toMatchObject([
      { repeatIndex: 4 },
      { repeatIndex: 5 },
    ])
  })

  it('keeps the raw text of what it could not take', async () => {
    for (const raw of [
      '{"count": 2',
      '{"count": "many"}',
      'There are two.',
      "I'm sorry, I can't help with that.",
    ])
      expect((await ask([raw, raw])).result).toMatchObject({ ok: false, error: { detail: raw } })
  })

  it('passes on how a call failed, the second one too', async () => {
    const { result, requests } = await ask([fail(createError('ASSAY-5001'))])
    expect(result).toMatchObject({ error: { code: 'ASSAY-5001' } })
    expect(requests).toHaveLength(1)
    const second = await ask(['{"count": "many"}', fail(createError('ASSAY-5005'))])
    expect(second.result).toMatchObject({ error: { code: 'ASSAY-5005' } })
  })
})

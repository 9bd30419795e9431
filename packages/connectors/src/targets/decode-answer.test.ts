import { expect, it } from 'vitest'
import { decodeAnswer } from './decode-answer.ts'

const read = (value: unknown) => decodeAnswer(value, 'f')

it('takes a string as the text, an empty one too', () => {
  expect([read('yes'), read('')]).toMatchObject([{ value: { text: 'yes' } }, { value: { text: '' } }])
})

it.each(['text', 'answer', 'message', 'content'])('finds the text under %s', (name) => {
  expect(read({ [name]: 'yes' })).toEqual({ ok: true, value: { text: 'yes' } })
})

it('reads documents as strings, objects and LangChain dictionaries, in rank order', () => {
  const documents = ['a', { id: 7, text: 'b', score: 0.5 }, { page_content: 'c', metadata: {} }]
  expect(read({ text: '', documents })).toMatchObject({
    value: { documents: [{ text: 'a' }, { id: '7', text: 'b', score: 0.5 }, { text: 'c' }] },
  })
})

it.each(['documents', 'contexts', 'retrieved_contexts'])('finds the documents under %s', (name) => {
  expect(read({ answer: 'x', [name]: ['a'] })).toMatchObject({ value: { documents: [{ text: 'a' }] } })
})

it('keeps an empty list apart from no list', () => {
  const [given, absent] = [read({ text: 'x', documents: [] }), read({ text: 'x' })]
  expect(given).toEqual({ ok: true, value: { text: 'x', documents: [] } })
  expect(absent).toEqual({ ok: true, value: { text: 'x' } })
})

it('reads tool calls and usage in the words of OpenAI and Anthropic', () => {
  const openAi = read({
    text: '',
    tool_calls: [{ function: { name: 'find', arguments: '{"q":1}' } }],
    usage: { prompt_tokens: 3, completion_tokens: 4 },
  })
  const anthropic = read({
    text: '',
    toolCalls: [{ name: 'find', input: { q: 1 } }],
    usage: { input_tokens: 3 },
  })
  expect(openAi).toMatchObject({
    value: { toolCalls: [{ name: 'find', arguments: { q: 1 } }], usage: { input: 3, output: 4 } },
  })
  expect(anthropic).toMatchObject({
    value: { toolCalls: [{ name: 'find', arguments: { q: 1 } }], usage: { input: 3, output: null } },
  })
})

it.each([
  [null, 'the answer'],
  [42, 'the answer'],
  [{ documents: [] }, 'the answer'],
  [{ text: 'x', documents: ['a', 3] }, 'documents.1'],
  [{ text: 'x', documents: 'a' }, 'documents'],
  [{ text: 'x', toolCalls: [{}] }, 'toolCalls.0'],
])('names the path of what it cannot read in %j', (value, path) => {
  const result = read(value)
  expect(result).toMatchObject({ error: { code: 'ASSAY-4004' } })
  expect(result.ok ? '' : result.error.where).toContain(`f: ${path}: `)
})

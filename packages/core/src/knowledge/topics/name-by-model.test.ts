import { createHash } from 'node:crypto'
import type { ModelReply, TopicMap } from '@assay/contracts'
import { expect, test } from 'vitest'
import type { ModelCaller } from '../../ports/model-caller.ts'
import { ok } from '../../result.ts'
import { nameTopicsByModel } from './name-by-model.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const reply = (text: string): ModelReply => ({
  text,
  finishReason: 'stop',
  usage: { input: 1, output: 1 },
  returnedModel: null,
  latencyMs: 1,
})
const topic = (id: string, namedBy: 'terms' | 'person') => ({
  id,
  name: id,
  namedBy,
  terms: ['fee'],
  chunkIds: [id],
})
const map: TopicMap = {
  space: 'tf-idf',
  silhouette: 0.3,
  topics: [topic('a', 'terms'), topic('b', 'person'), topic('c', 'terms')],
  unassigned: [],
}
const chunks = ['a', 'b', 'c'].map((id) => ({
  id,
  titlePath: [`Heading ${id}`],
  text: `Text ${id}`,
  source: 'x.md',
}))

test('a model names what no person named, one call a topic; a name it cannot give leaves the terms', async () => {
  const asked: string[] = []
  const model: ModelCaller = {
    id: 'fake:model',
    call: async ({ messages }) => {
      const text = messages.map(({ content }) => content).join('\n')
      asked.push(text)
      return ok(reply(text.includes('Heading a') ? '{"name": "Late fees"}' : '{"name": ""}'))
    },
  }
  const named = await nameTopicsByModel(map, chunks, { model, hash })
  expect(named.map.topics.map(({ name, namedBy }) => [name, namedBy])).toEqual([
    ['Late fees', 'model'],
    ['b', 'person'],
    ['c', 'terms'],
  ])
  expect(named.failed).toMatchObject([{ topic: 'c', error: { code: 'ASSAY-5010' } }])
  expect(asked.some((text) => text.includes('Text b'))).toBe(false)
})

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ModelRequest } from '@assay/contracts'
import type { LanguageModel } from '@assay/core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBatchFolderModel } from './batch-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'assay-batch-'))
})
afterEach(() => rm(folder, { recursive: true }))

const signal = new AbortController().signal
const reference = { id: 'openai:gpt-4.1', provider: 'openai', model: 'gpt-4.1', url: null }
const request = (content: string): ModelRequest => ({
  messages: [{ role: 'user', content }],
  maxOutputTokens: 5,
})
const keyOf = ({ messages }: ModelRequest) => `key-${messages[0]?.content}`

async function open(): Promise<LanguageModel> {
  const model = await createBatchFolderModel(reference, { folder, keyOf })
  if (!model.ok) throw new Error(model.error.where)
  return model.value
}

const answerLine = (key: string, content: string) =>
  JSON.stringify({
    custom_id: key,
    response: {
      status_code: 200,
      body: { model: 'm', choices: [{ message: { content }, finish_reason: 'stop' }] },
    },
  })
const answers = (name: string, lines: readonly string[]) =>
  writeFile(path.join(folder, name), `${lines.join('\n')}\n`)
const requestLines = async () => {
  const names = (await readdir(folder)).filter((name) => name.startsWith('requests-')).sort()
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return texts.flatMap((text) => text.split('\n').filter((line) => line !== ''))
}

it('writes an unanswered request in the Batch form and says that its answer is pending', async () => {
  const model = await open()
  expect(await model.generate(request('a'), { signal })).toMatchObject({ error: { code: 'ASSAY-5001' } })
  expect((await requestLines()).map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      custom_id: 'key-a',
      method: 'POST',
      url: '/v1/chat/completions',
      body: {
        model: 'gpt-4.1',
        messages: [{ role: 'user', content: 'a' }],
        max_completion_tokens: 5,
      },
    },
  ])
})

it('answers from a file that appears later', async () => {
  const model = await open()
  await model.generate(request('a'), { signal })
  await answers('output.jsonl', [answerLine('key-a', 'A')])
  expect(await model.generate(request('a'), { signal })).toMatchObject({ value: { text: 'A' } })
})

it('never writes one request twice, at once or after a new start', async () => {
  const model = await open()
  await Promise.all([1, 2, 3].map(() => model.generate(request('a'), { signal })))
  const again = await open()
  await again.generate(request('a'), { signal })
  await again.generate(request('b'), { signal })
  expect((await requestLines()).map((line) => (JSON.parse(line) as { custom_id: string }).custom_id)).toEqual(
    ['key-a', 'key-b'],
  )
  expect(await readdir(folder)).toEqual(['requests-1.jsonl', 'requests-2.jsonl'])
})

it('drops the half-written last request of a killed process and writes it anew', async () => {
  await (await open()).generate(request('a'), { signal })
  const file = path.join(folder, 'requests-1.jsonl')
  await writeFile(file, `${await readFile(file, 'utf8')}{"custom_id":"key-b","bo`)
  await (await open()).generate(request('b'), { signal })
  expect((await requestLines()).map((line) => (JSON.parse(line) as { custom_id: string }).custom_id)).toEqual(
    ['key-a', 'key-b'],
  )
})

it('names file and line of a damaged answer, and still answers the others', async () => {
  await answers('output.jsonl', [answerLine('key-a', 'A'), '{"custom_id": "key-b", "resp'])
  const model = await open()
  expect(await model.generate(request('a'), { signal })).toMatchObject({ value: { text: 'A' } })
  const failed = await model.generate(request('b'), { signal })
  expect(failed).toMatchObject({ error: { code: 'ASSAY-5013' } })
  expect(failed.ok ? '' : failed.error.where).toMatch(/output\.jsonl, line 2$/)
  expect(await requestLines()).toEqual([])
})

it('passes on the error of an answer, until a later file answers it', async () => {
  await answers('1.jsonl', [
    JSON.stringify({ custom_id: 'key-a', response: null, error: { code: 'batch_expired' } }),
  ])
  const model = await open()
  expect(await model.generate(request('a'), { signal })).toMatchObject({
    error: { code: 'ASSAY-5006', detail: '{"code":"batch_expired"}' },
  })
  await answers('2.jsonl', [answerLine('key-a', 'A')])
  expect(await model.generate(request('a'), { signal })).toMatchObject({ value: { text: 'A' } })
})

it('works through several thousand requests', async () => {
  const model = await open()
  const contents = Array.from({ length: 4000 }, (_, index) => String(index))
  await Promise.all(contents.map((content) => model.generate(request(content), { signal })))
  expect(await requestLines()).toHaveLength(4000)
  await answers(
    'out.jsonl',
    contents.map((content) => answerLine(`key-${content}`, `answer ${content}`)),
  )
  const replies = await Promise.all(contents.map((content) => model.generate(request(content), { signal })))
  expect(replies.map((reply) => (reply.ok ? reply.value.text : ''))).toEqual(
    contents.map((text) => `answer ${text}`),
  )
})

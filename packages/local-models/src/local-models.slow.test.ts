import { readFile } from 'node:fs/promises'
import type { ModelRequest } from '@assay/contracts'
import type { Embedder, LanguageModel, Result, TokenScorer } from '@assay/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalModels, type LocalModels } from './local-model-package.ts'
import { resolveModelsFolder } from './models-folder.ts'
import { pullModels } from './pull-models.ts'

/** The real weights, fetched once into the usual folder. */
const folder = resolveModelsFolder(process.env['ASSAY_MODELS'])
let models: LocalModels

beforeAll(async () => {
  const log = (line: string) => process.stderr.write(`${line}\n`)
  const pulled = await pullModels({ folder, log, signal: AbortSignal.timeout(280_000) })
  if (!pulled.ok) throw new Error(`${pulled.error.code} ${pulled.error.detail}`)
  models = createLocalModels({ folder })
})
afterAll(() => models.close())

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.where}`)
  return result.value
}
const signal = new AbortController().signal
const user = (content: string): ModelRequest => ({
  messages: [{ role: 'user', content }],
  maxOutputTokens: 40,
})

describe('local:smollm2', () => {
  let model: LanguageModel
  beforeAll(async () => {
    model = valueOf(await models.openLanguageModel('smollm2'))
  })

  it('answers a simple question, counts tokens and says when it was done', async () => {
    const reply = valueOf(
      await model.generate(user('What is the capital of France? Answer in one word.'), { signal }),
    )
    expect(reply.text).toContain('Paris')
    expect(reply.finishReason).toBe('stop')
    expect(reply.usage.input).toBeGreaterThan(20)
    expect(reply.usage.output).toBeGreaterThan(3)
    expect(reply.latencyMs).toBeGreaterThan(reply.timeToFirstTokenMs ?? Infinity)
  })

  it('gives the same answer to the same request, whatever was asked between', async () => {
    const ask = async (text: string) => valueOf(await model.generate(user(text), { signal })).text
    const first = await ask('Name three colours.')
    await ask('Tell me about rivers.')
    expect(await ask('Name three colours.')).toBe(first)
  })

  it('follows a seed when it samples', async () => {
    const ask = async (seed: number) =>
      valueOf(
        await model.generate({ ...user('Write a line about the sea.'), temperature: 1, seed }, { signal }),
      ).text
    expect(await ask(1)).toBe(await ask(1))
    expect(await ask(2)).not.toBe(await ask(1))
  })

  it('stops at the token limit and at a stop text', async () => {
    const cut = valueOf(
      await model.generate({ ...user('Count from 1 to 50.'), maxOutputTokens: 5 }, { signal }),
    )
    expect([cut.finishReason, cut.usage.output]).toEqual(['length', 5])
    const stopped = valueOf(
      await model.generate(
        { ...user('What is the capital of France? Answer in one word.'), stop: ['Paris'] },
        { signal },
      ),
    )
    expect([stopped.finishReason, stopped.text.includes('Paris')]).toEqual(['stop', false])
  })

  it('keeps to a JSON schema', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    }
    const request = { ...user('Name and age of a person.'), responseSchema: { name: 'person', schema } }
    const reply = valueOf(await model.generate(request, { signal }))
    expect(JSON.parse(reply.text)).toEqual({ name: expect.any(String), age: expect.any(Number) })
  })

  it('gives up at once when its signal aborts, and goes on afterwards', async () => {
    const started = performance.now()
    const long = { ...user('Write a very long story.'), maxOutputTokens: 400 }
    expect(await model.generate(long, { signal: AbortSignal.timeout(300) })).toMatchObject({
      error: { code: 'ASSAY-5003' },
    })
    expect(performance.now() - started).toBeLessThan(1500)
    expect(valueOf(await model.generate(user('What is 1 + 1?'), { signal })).text).not.toBe('')
  })

  it('refuses a prompt longer than it can read', async () => {
    const result = await model.generate(user('word '.repeat(5000)), { signal })
    expect(result).toMatchObject({ error: { code: 'ASSAY-5006', fix: expect.stringContaining('4096') } })
  })
})

describe('how likely local:smollm2 finds a text', () => {
  let scorer: TokenScorer
  beforeAll(async () => {
    scorer = valueOf(await models.openTokenScorer('smollm2'))
  })
  const exp = (scores: readonly number[]) =>
    Math.exp(-scores.reduce((sum, score) => sum + score, 0) / scores.length)
  const perplexity = async (text: string) => exp(valueOf(await scorer.scoreTokens(text, signal)))

  it('gives each token a log-probability, the same each time', async () => {
    const first = valueOf(await scorer.scoreTokens('The capital of France is Paris.', signal))
    expect(first).toHaveLength(7)
    expect(first.every((score) => score <= 0)).toBe(true)
    await scorer.scoreTokens('Something else was scored between.', signal)
    expect(valueOf(await scorer.scoreTokens('The capital of France is Paris.', signal))).toEqual(first)
    expect(valueOf(await scorer.scoreTokens('', signal))).toEqual([])
  })

  it('finds the usual likelier than the odd, and what was said before likelier the second time', async () => {
    expect(await perplexity('The capital of France is Paris.')).toBeLessThan(
      await perplexity('The capital of France is banana.'),
    )
    expect(await perplexity('The capital of France is banana.')).toBeLessThan(
      await perplexity('xq zzv blorf ;; 99'),
    )
    const sentence = 'The server listens on port 8080. '
    expect(await perplexity(sentence.repeat(8))).toBeLessThan((await perplexity(sentence)) / 2)
  })

  it('agrees however the text falls into steps', async () => {
    const words = 'one two three four five six seven eight nine ten '
    const long = valueOf(await scorer.scoreTokens(words.repeat(8), signal))
    const short = valueOf(await scorer.scoreTokens(words.repeat(2), signal))
    for (const [index, score] of short.slice(0, -1).entries()) expect(long[index]).toBeCloseTo(score, 2)
  })

  it('refuses what is too long, and ends when it is given up', async () => {
    expect(await scorer.scoreTokens('word '.repeat(3000), signal)).toMatchObject({
      error: { code: 'ASSAY-5006' },
    })
    expect(await scorer.scoreTokens('word '.repeat(900), AbortSignal.timeout(200))).toMatchObject({
      error: { code: 'ASSAY-5003' },
    })
  })
})

describe('local:minilm', () => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = valueOf(await models.openEmbedder('minilm'))
  })

  interface Reference {
    readonly text: string
    readonly vector: readonly number[]
  }
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

  it('gives the vectors of the Python reference (tools/oracles/minilm-vectors.py) within 0.001 of cosine', async () => {
    const file = new URL('./fixtures/minilm-vectors.json', import.meta.url)
    const references = JSON.parse(await readFile(file, 'utf8')) as readonly Reference[]
    const vectors = valueOf(await embedder.embed(references.map(({ text }) => text)))
    const cosines = references.map(({ vector }, index) => dot(vectors[index] ?? [], vector))
    expect(
      vectors.every((vector) => vector.length === 384 && Math.abs(Math.hypot(...vector) - 1) < 1e-5),
    ).toBe(true)
    expect(Math.min(...cosines)).toBeGreaterThan(0.999)
  })

  it('gives a text the same vector alone and in any company', async () => {
    const texts = Array.from(
      { length: 40 },
      (_, index) => `Sentence ${'very '.repeat(index % 7)}number ${index}.`,
    )
    const together = valueOf(await embedder.embed(texts))
    const alone = valueOf(await embedder.embed([texts[33] ?? '']))
    expect(dot(together[33] ?? [], alone[0] ?? [])).toBeGreaterThan(0.999999)
  })

  it('ends at its signal', async () => {
    const result = await embedder.embed(['a'], AbortSignal.abort())
    expect(result).toMatchObject({ error: { code: 'ASSAY-5003' } })
  })
})

it('names models that it does not have, and a folder without weights', async () => {
  expect(await models.openLanguageModel('minilm')).toMatchObject({
    error: { code: 'ASSAY-5012', fix: 'use local:smollm2' },
  })
  const empty = createLocalModels({ folder: '/nowhere' })
  expect(await empty.openEmbedder('minilm')).toMatchObject({ error: { code: 'ASSAY-8001' } })
})

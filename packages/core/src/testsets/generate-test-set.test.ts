import type { ModelRequest, QuestionType } from '@assay/contracts'
import {
  buildServiceKnowledgeBase,
  createMemoryRunStore,
  createRunPorts,
  createScriptedModel,
  readFacts,
  sha256,
  type MemoryRunStore,
  type ScriptedModelReply,
} from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { createError } from '../errors/create-error.ts'
import { fail } from '../result.ts'
import { generateTestSet } from './generate-test-set.ts'
import type { GenerationOptions } from './generator.ts'
import { createModelGenerator } from './model/create-model-generator.ts'
import { modelTypes } from './model/model-generator-version.ts'

type Answer = { readonly task: string; readonly text: string }
type Tamper = (answer: unknown, request: Answer) => unknown

const knowledgeBase = buildServiceKnowledgeBase(40, 3)
const chunks = new Map(knowledgeBase.chunks.map((chunk) => [chunk.id, chunk]))

/** A model that does its tasks, with some answers changed on the way. */
const reader =
  (tamper: Tamper = (answer) => answer) =>
  (request: ModelRequest): ScriptedModelReply => {
    const task = request.responseSchema?.name ?? ''
    const text = request.messages.map(({ content }) => content).join('\n')
    const answer = tamper(readFacts({ task, text }), { task, text })
    return answer === 'pending' ? fail(createError('ASSAY-5001')) : JSON.stringify(answer)
  }

async function generate(
  options: GenerationOptions,
  parts: { readonly tamper?: Tamper; readonly store?: MemoryRunStore; readonly budget?: number } = {},
) {
  const store = parts.store ?? createMemoryRunStore({ kind: 'generation' })
  const model = createScriptedModel(reader(parts.tamper))
  const result = await generateTestSet({
    store,
    generator: createModelGenerator({ knowledgeBase, model, hash: sha256 }),
    options,
    ports: createRunPorts(),
    settings: parts.budget === undefined ? {} : { budget: { calls: parts.budget } },
    documentOf: (id) => chunks.get(id)?.documentId ?? id,
  })
  if (!result.ok) throw new Error(result.error.message)
  return { ...result.value, store, model }
}

/** Changes each entry of a list in answers of one task. */
const changeEach =
  (task: string, list: string, change: (entry: object) => object): Tamper =>
  (answer, request) => {
    if (request.task !== task || typeof answer !== 'object' || answer === null) return answer
    const entries: unknown = Reflect.get(answer, list)
    return { ...answer, [list]: (entries as object[]).map((entry) => change(entry)) }
  }

const simple: GenerationOptions = { questions: 4, seed: 1, types: ['simple'] }

describe('a test set by a language model', () => {
  it('has the asked number of questions, shared among all ten types', async () => {
    const { cases, shortfall, run } = await generate({ questions: 40, seed: 1 })
    const types = new Map<QuestionType, number>()
    for (const { type } of cases) types.set(type, (types.get(type) ?? 0) + 1)
    expect(run.state).toBe('finished')
    expect(shortfall).toEqual([])
    expect(types).toEqual(new Map(modelTypes.map((type) => [type, 4])))
  })

  it('quotes the passages word by word, and keeps drafts only with all their checks passed', async () => {
    const { cases } = await generate({ questions: 30, seed: 2 })
    for (const testCase of cases) {
      for (const { evidence } of testCase.referenceClaims)
        for (const { chunkId, start, end, quote } of evidence)
          expect(chunks.get(chunkId)?.text.slice(start, end)).toBe(quote)
      expect(testCase.status).toBe('draft')
      expect(new Set(Object.values(testCase.validity))).toEqual(new Set(['passed']))
      expect(testCase.referenceContexts.length > 0).toBe(testCase.type !== 'out-of-scope')
    }
  })

  it('needs at most four calls a question, also for one question a type', async () => {
    for (const questions of [10, 20, 60]) {
      const { cases, calls } = await generate({ questions, seed: 3 })
      expect(cases).toHaveLength(questions)
      expect(calls.perQuestion.calls).toBeLessThanOrEqual(4)
    }
  })

  it('never asks several questions of one document in a closed-book call', async () => {
    const types: readonly QuestionType[] = ['simple', 'situational', 'multi-hop']
    const { model } = await generate({ questions: 30, seed: 4, types })
    const closed = model.requests.filter(
      ({ responseSchema }) => responseSchema?.name === 'answer-closed-book',
    )
    expect(closed.length).toBeGreaterThan(0)
    for (const { messages } of closed) {
      const texts = messages.flatMap(({ content }) => content.split(/<data-\w{16} /).slice(1))
      const documents = texts.map((text) =>
        [...text.matchAll(/service-(\d+)/g)].map(([, n]) => Math.floor(Number(n) / 3)),
      )
      const all = documents.flatMap((ofQuestion) => [...new Set(ofQuestion)])
      expect(new Set(all).size).toBe(all.length)
    }
  })

  it('is the same for the same seed and another for another one', async () => {
    const ids = async (seed: number) => (await generate({ questions: 10, seed })).cases.map(({ id }) => id)
    expect(await ids(7)).toEqual(await ids(7))
    expect(await ids(7)).not.toEqual(await ids(8))
  })

  it('goes on where a run was killed without asking a recorded call again', async () => {
    const whole = await generate({ questions: 20, seed: 5 })
    const tables = whole.store.tables
    const killed = createMemoryRunStore(
      { kind: 'generation' },
      { units: tables.units.slice(0, 1), calls: tables.calls.slice(0, 30), candidates: tables.candidates },
    )
    const resumed = await generate({ questions: 20, seed: 5 }, { store: killed })
    expect(resumed.cases).toEqual(whole.cases)
    expect(resumed.model.requests).toHaveLength(tables.calls.length - 30)
  })

  it('records every candidate, and which checks shared a call', async () => {
    const { store, candidates } = await generate({ questions: 20, seed: 6 })
    expect(store.tables.candidates).toHaveLength(candidates)
    const shared = store.tables.candidates.flatMap(({ checks = [] }) =>
      checks.filter(({ sharedWith = 0 }) => sharedWith > 0),
    )
    expect(shared.length).toBeGreaterThan(0)
  })

  it.each<[string, string, Tamper]>([
    ['quotes that stand nowhere', 'quotes-verbatim', tamperQuotes('no such words')],
    ['empty quotes', 'quotes-verbatim', tamperQuotes('')],
    [
      'empty questions',
      'well-formed',
      changeEach('generate-simple', 'candidates', (one) => ({ ...one, question: ' ' })),
    ],
    [
      'empty reference answers',
      'well-formed',
      changeEach('generate-simple', 'candidates', (one) => ({ ...one, answer: '' })),
    ],
    [
      'wrong reference answers',
      'answerable-from-contexts',
      changeEach('generate-simple', 'candidates', (one) => ({ ...one, answer: '12 units' })),
    ],
    [
      'questions that their passages do not answer',
      'answerable-from-contexts',
      changeEach('answer-from-passages', 'answers', (one) => ({ ...one, answerable: false })),
    ],
    [
      'answers without words',
      'answerable-from-contexts',
      changeEach('answer-from-passages', 'answers', (one) => ({ ...one, answer: '…' })),
    ],
    [
      'questions that nobody understands alone',
      'self-contained',
      changeEach('answer-closed-book', 'answers', (one) => ({ ...one, understandable: false })),
    ],
    [
      'questions that hold their answer',
      'answer-not-leaked',
      changeEach('generate-simple', 'candidates', (one) => ({
        ...one,
        question: `Why does ${String(Reflect.get(one, 'answer'))} hold for service-1?`,
      })),
    ],
    ['questions known without the passages', 'not-answerable-without', knowsEverything()],
    ['answers that cannot be compared', 'answerable-from-contexts', neverSame()],
  ])('rejects %s', async (_, rejectedBy, tamper) => {
    const { cases, rejected, shortfall } = await generate(simple, { tamper })
    expect(cases).toEqual([])
    expect(rejected.map(({ by }) => by)).toEqual([rejectedBy])
    expect(shortfall).toMatchObject([{ type: 'simple', asked: 4, delivered: 0 }])
  })

  it('rejects a question that another passage answers otherwise', async () => {
    const elsewhere: Tamper = (answer, { task, text }) =>
      task === 'answer-from-passages' && (text.match(/<data-\S+ p/g) ?? []).length > 3
        ? changeEach(task, 'answers', (one) => ({ ...one, answerable: true, answer: '5 units' }))(answer, {
            task,
            text,
          })
        : answer
    const { rejected } = await generate(simple, { tamper: elsewhere })
    expect(rejected.map(({ by }) => by)).toEqual(['unique-answer'])
  })

  it('rejects an out-of-scope question that the knowledge base answers in part', async () => {
    const { cases, rejected } = await generate(
      { questions: 3, seed: 1, types: ['out-of-scope'] },
      {
        tamper: (answer, { task }) =>
          task === 'find-answer' ? { nearest: 'timeout', answered: 'partly', understandable: true } : answer,
      },
    )
    expect(cases).toEqual([])
    expect(rejected.map(({ by }) => by)).toEqual(['absent-from-knowledge-base'])
  })

  it('rejects a rewritten question whose plain form has another answer', async () => {
    const { rejected } = await generate(
      { questions: 3, seed: 1, types: ['situational'] },
      {
        tamper: changeEach('generate-situational', 'candidates', (one) => ({
          ...one,
          plainQuestion: 'What is the colour of service-1?',
        })),
      },
    )
    expect(rejected.map(({ by }) => by)).toEqual(['reference-rederived'])
  })

  it('tops up what was rejected in a further round', async () => {
    let written = 0
    const half = changeEach('generate-simple', 'candidates', (one) => {
      written += 1
      return written % 4 === 1 ? one : { ...one, answer: '' }
    })
    const { cases, rounds } = await generate({ questions: 8, seed: 1, types: ['simple'] }, { tamper: half })
    expect(rounds).toBeGreaterThan(1)
    expect(cases).toHaveLength(8)
  })

  it('waits for pending answers and keeps nothing that was not tested', async () => {
    const pending: Tamper = (answer, { task }) => (task === 'answer-closed-book' ? 'pending' : answer)
    const { run, cases, store } = await generate(
      { questions: 10, seed: 1, types: ['simple'] },
      { tamper: pending },
    )
    expect(run).toMatchObject({ state: 'pending', reason: { code: 'ASSAY-5001' } })
    expect(cases).toEqual([])
    expect(store.tables.candidates).toEqual([])
  })

  it('stops at its budget and tops up nothing', async () => {
    const { run, rounds, model } = await generate({ questions: 40, seed: 1 }, { budget: 20 })
    expect(run.state).toBe('stopped')
    expect(rounds).toBe(1)
    expect(model.requests.length).toBeLessThanOrEqual(20)
  })

  it('says why where no call was answered', async () => {
    const broken: Tamper = () => 'no JSON'
    const { cases, run, shortfall } = await generate(simple, { tamper: broken })
    expect(cases).toEqual([])
    expect(run).toMatchObject({ state: 'finished', counts: { done: 0 } })
    expect(shortfall[0]?.reasons.join()).toContain("The model's answer does not follow its schema")
  })

  it('gives fewer questions where the chosen sources carry no more, and says so', async () => {
    const { cases, shortfall } = await generate({
      questions: 40,
      seed: 1,
      types: ['simple'],
      sources: ['services/3.md'],
    })
    expect(cases.length).toBeGreaterThan(0)
    expect(cases.length).toBeLessThan(16)
    expect(new Set(cases.flatMap(({ referenceContexts }) => referenceContexts))).toEqual(
      new Set(cases.flatMap(({ clusterKey }) => clusterKey)),
    )
    expect(shortfall[0]).toMatchObject({ type: 'simple', asked: 40, delivered: cases.length })
  })
})

function tamperQuotes(quote: string): Tamper {
  return changeEach('generate-simple', 'candidates', (one) => ({
    ...one,
    claims: (Reflect.get(one, 'claims') as object[]).map((claim) => ({ ...claim, quote })),
  }))
}

/** Answers a closed book with what stands in the documents. */
function knowsEverything(): Tamper {
  return (answer, { task, text }) => {
    if (task !== 'answer-closed-book') return answer
    return changeEach(task, 'answers', (one) => {
      const label = String(Reflect.get(one, 'question'))
      const [, key = '', subject = ''] =
        new RegExp(`${label}>\\nWhat is the ([a-z ]+) of (\\S+)\\?`).exec(text) ?? []
      const chunk = knowledgeBase.chunks.find(({ titlePath }) => titlePath.includes(subject))
      return { ...one, answer: new RegExp(`^${key}: (.+)$`, 'm').exec(chunk?.text ?? '')?.[1] ?? '' }
    })(answer, { task, text })
  }
}

/** Words every answer otherwise, so that a model must compare, and never finds two the same. */
function neverSame(): Tamper {
  return (answer, request) => {
    const reworded = changeEach('answer-from-passages', 'answers', (one) => ({
      ...one,
      answer: Reflect.get(one, 'answerable') === true ? `about ${String(Reflect.get(one, 'answer'))}` : '',
    }))(answer, request)
    return changeEach('compare-answers', 'verdicts', (one) => ({ ...one, verdict: 'unclear' }))(
      reworded,
      request,
    )
  }
}

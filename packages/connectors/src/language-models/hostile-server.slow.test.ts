import { setTimeout as sleep } from 'node:timers/promises'
import type { QuestionType, TestCase } from '@assay/contracts'
import { fail, ok, type Clock, type LanguageModel, type Result } from '@assay/core'
import { createModelJudge } from '@assay/core/judging'
import { executeRun, type RunSettings } from '@assay/core/runs'
import { createModelGenerator, generateTestSet } from '@assay/core/testsets'
import {
  buildServiceKnowledgeBase,
  buildTestCase,
  createMemoryRunStore,
  createRunPorts,
  readFacts,
  sha256,
  startScriptedServer,
  type ScriptedReply,
  type ScriptedRequest,
} from '@assay/testkit'
import { afterEach, describe, expect, it } from 'vitest'
import { openModel } from './open-model.ts'

/** What a bad provider does, each as often as the others. */
const misdeeds: readonly ((right: string) => ScriptedReply)[] = [
  () => ({ status: 429, headers: { 'retry-after-ms': '20' } }),
  () => ({ status: 500 }),
  () => ({ status: 503 }),
  () => ({ hang: true }),
  () => ({ disconnect: true }),
  () => ({ rawBody: '{"choices": [' }),
  () => ({ rawBody: '' }),
  () => '',
  () => ' \n',
  () => ({ refusal: '' }),
  () => "I'm sorry, but I can't help with that.",
  (right) => ({ truncated: right.slice(0, right.length / 2) }),
  (right) => right.slice(0, -1 - right.length / 3),
  (right) => right.replaceAll('"', ''),
  (right) => right.replaceAll(/"[^"]*"(?!:)/g, '""'),
  () => '{"answer": "yes"}',
  () => '[]',
  () => 'The passages look fine to me.',
]

/** Mendable: the answer is there. */
const oddities: readonly ((right: string) => ScriptedReply)[] = [
  (right) => `Here you are:\n\`\`\`json\n${right}\n\`\`\``,
  (right) => right.replace(/\}$/, ',}'),
]

/** Right, odd or junk by a seeded chance. */
function badServer(seed: number, junkShare: number): (request: ScriptedRequest) => ScriptedReply {
  let state = seed
  const chance = (): number => {
    state = Number.parseInt(sha256(String(state)).slice(0, 8), 16)
    return state / 2 ** 32
  }
  return (request) => {
    const text = request.messages.map(({ content }) => content).join('\n')
    const right = JSON.stringify(readFacts({ task: request.schemaName ?? '', text }))
    const kind = chance()
    const choices = kind < junkShare ? misdeeds : kind < junkShare + 0.15 ? oddities : []
    return choices[Math.floor(chance() * choices.length)]?.(right) ?? right
  }
}

const clock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
}
const ports = createRunPorts({ clock, random: () => 0.02 })

let close = async (): Promise<void> => {}
afterEach(() => close())

/** A bad provider on loopback, reached as a user's own would be. */
async function openBadModel(seed: number, junkShare: number) {
  const server = await startScriptedServer(badServer(seed, junkShare))
  close = server.close
  const opened = await openModel(`openai-compatible:${server.url}#reader`, { env: () => undefined })
  const model = valueOf<LanguageModel>(opened)
  const settings: RunSettings = {
    concurrency: 16,
    maxTries: 3,
    providerLimits: { [model.provider]: { concurrency: 16, timeoutMs: 150 } },
  }
  return { server, model, settings }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message} ${result.error.where ?? ''}`)
  return result.value
}

const knowledgeBase = buildServiceKnowledgeBase(30, 3)
const chunks = new Map(knowledgeBase.chunks.map((chunk) => [chunk.id, chunk]))

/** True by the documents: every claim's quote stands there and gives a value that the answer gives. */
function isTrue(testCase: TestCase): boolean {
  if (testCase.type === 'out-of-scope') return /colour|inventor/.test(testCase.question)
  return (
    testCase.referenceClaims.length > 0 &&
    testCase.referenceClaims.every(({ evidence, text }) =>
      evidence.every(({ chunkId, start, end, quote }) => {
        const value = quote.split(': ')[1] ?? '?'
        const stands = chunks.get(chunkId)?.text.slice(start, end) === quote
        return stands && text.includes(value) && testCase.referenceAnswer.includes(value)
      }),
    )
  )
}

describe('a provider that fails in every way', () => {
  it.each([1, 2, 3])('leads to fewer questions, never to a junk one (seed %i)', async (seed) => {
    const { server, model, settings } = await openBadModel(seed, 0.3)
    const options = { questions: 30, seed }
    const store = createMemoryRunStore({ kind: 'generation' })
    const generated = await generateTestSet({
      store,
      generator: createModelGenerator({ knowledgeBase, model, hash: sha256 }),
      options,
      ports,
      settings,
      documentOf: (id) => chunks.get(id)?.documentId ?? id,
    })
    const { run, cases, shortfall, candidates, rejected } = valueOf(generated)
    const { units, candidates: rows, calls } = store.tables

    expect(run.state).toBe('finished')
    expect(units).toHaveLength(run.counts.total)
    expect(cases.length).toBeGreaterThan(0)
    expect(cases.filter((one) => !isTrue(one))).toEqual([])
    for (const row of rows.filter(({ outcome }) => outcome === 'kept'))
      expect(row.testCase?.question).toMatch(/\w/)
    for (const row of rows.filter(({ outcome }) => outcome === 'rejected')) expect(row.reason).toMatch(/\w/)
    expect(rejected.reduce((sum, { count }) => sum + count, 0) + cases.length).toBeLessThanOrEqual(candidates)
    expect(cases.length === 30 || shortfall.length > 0).toBe(true)
    expect(calls.filter(({ reply }) => reply?.finishReason !== 'stop').length).toBeGreaterThan(0)
    expect(calls.length).toBeLessThan(server.requests.length)
  })

  it('leads to errors or true verdicts, never to a verdict made of junk', async () => {
    const { model, settings } = await openBadModel(4, 0.5)
    const judge = createModelJudge({ judgeModelId: model.id, hash: sha256 })
    const cases = Array.from({ length: 120 }, (_, index) => caseOf(index))
    const store = createMemoryRunStore()
    const judged = await executeRun({
      store,
      units: cases.map((one) => ({ key: one.testCase.id, ...one })),
      total: cases.length,
      ports,
      settings,
      perform: async ({ key, testCase, answer }, context) => {
        const result = await judge.judge(
          { testCase, answer: { text: answer, latencyMs: 1 } },
          { models: () => context.model(model) },
        )
        if (!result.ok) return fail(result.error)
        for (const { check, outcome, label } of result.value)
          context.record('verdicts', {
            unit: key,
            caseId: key,
            repeat: 0,
            check,
            checkKey: 'k',
            outcome,
            label,
          })
        return ok(undefined)
      },
    })
    const { counts, state } = valueOf(judged)
    const expected = new Map(cases.map(({ testCase, label }) => [testCase.id, label]))
    const verdicts = store.tables.verdicts.filter(
      ({ caseId, check }) => check === (expected.get(caseId) === 'declined' ? 'declining' : 'correctness'),
    )

    expect(state).toBe('finished')
    expect(counts.done + counts.failed).toBe(120)
    expect(counts.failed).toBeGreaterThan(0)
    expect(verdicts).toHaveLength(counts.done)
    expect(verdicts.filter(({ caseId, label }) => label !== expected.get(caseId))).toEqual([])
    for (const { status, error } of store.tables.units) expect(status === 'failed').toBe(error !== undefined)
  })
})

/** A right, a wrong and a declining answer in turn. */
function caseOf(index: number) {
  const type: QuestionType = index % 3 === 2 ? 'out-of-scope' : 'simple'
  const testCase = buildTestCase({
    id: `case-${index}`,
    question: `What is the timeout of service-${index}?`,
    referenceAnswer: `${index + 100} units`,
    type,
  })
  const answers = [`It is ${index + 100} units.`, `It is ${index + 5000} units.`, 'The documents do not say.']
  const labels = ['correct', 'incorrect', 'declined']
  return { testCase, answer: answers[index % 3] ?? '', label: labels[index % 3] ?? '' }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { ModelRequest, QuestionType, TestCase } from '@assay/contracts'
import {
  buildServiceKnowledgeBase,
  createMemoryRunStore,
  createRunPorts,
  createScriptedModel,
  readFacts,
  sha256,
} from '@assay/testkit'
import type { Clock } from '../src/ports/clock.ts'
import { createModelJudge } from '../src/judging/model/create-model-judge.ts'
import { createModelGenerator } from '../src/testsets/model/create-model-generator.ts'
import { executeRun } from '../src/runs/execute-run.ts'
import { ok } from '../src/result.ts'
import { generateTestSet } from '../src/testsets/generate-test-set.ts'

/**
 * 60 questions of 7 types over 200 passages by a model that takes 200 ms a call, 32 calls at once: generated, tested, then
 * put to an in-process target and judged by the same model. The peer needs 60 s after its knowledge base stands, without
 * testing its questions, one call at a time.
 */
const questions = 60
const latencyMs = 200
const concurrency = 32
const peerSeconds = 60
const types: readonly QuestionType[] = [
  'simple',
  'complex',
  'distracting',
  'situational',
  'double',
  'conversational',
  'out-of-scope',
]

const clock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
}
const ports = createRunPorts({ clock })
const settings = { concurrency, providerLimits: { scripted: { concurrency } } }
const model = createScriptedModel(async (request: ModelRequest) => {
  await sleep(latencyMs)
  const text = request.messages.map(({ content }) => content).join('\n')
  return JSON.stringify(readFacts({ task: request.responseSchema?.name ?? '', text }))
})
const knowledgeBase = buildServiceKnowledgeBase(200, 1)

const start = performance.now()
const options = { questions, seed: 1, types }
const generated = await generateTestSet({
  store: createMemoryRunStore({ kind: 'generation' }),
  generator: createModelGenerator({ knowledgeBase, model, hash: sha256 }),
  options,
  ports,
  settings,
  documentOf: (chunkId) => chunkId,
})
if (!generated.ok) throw new Error(generated.error.message)
const { cases, calls, rounds, candidates } = generated.value
const generatedAt = performance.now()

const judged = await judgeAll(cases)
const seconds = (performance.now() - start) / 1000
console.log(`${cases.length} of ${questions} questions from ${candidates} candidates in ${rounds} rounds`)
console.log(
  `${calls.calls} calls, ${calls.perQuestion.calls?.toFixed(2)} and ${calls.perQuestion.tokens?.toFixed(0)} tokens a valid question (limit 4 calls)`,
)
console.log(`${judged.passed} of ${judged.verdicts} verdicts passed, ${judged.calls} judge calls`)
console.log(
  `generated and tested in ${((generatedAt - start) / 1000).toFixed(2)} s, with evaluation ${seconds.toFixed(2)} s ` +
    `(goal 6 s; the peer ${peerSeconds} s: ${(peerSeconds / seconds).toFixed(0)} times as long)`,
)

/** The target answers with the reference, or declines. */
async function judgeAll(all: readonly TestCase[]) {
  const store = createMemoryRunStore()
  const judge = createModelJudge({ judgeModelId: model.id, hash: sha256 })
  const run = await executeRun({
    store,
    units: all.map((testCase) => ({ key: testCase.id, testCase })),
    total: all.length,
    ports,
    settings,
    perform: async ({ key, testCase }, context) => {
      const text = testCase.type === 'out-of-scope' ? 'I do not know.' : `It is ${testCase.referenceAnswer}.`
      const judgements = await judge.judge(
        { testCase, answer: { text, latencyMs: 0 } },
        { models: () => context.model(model) },
      )
      if (!judgements.ok) return judgements
      for (const { check, outcome, label } of judgements.value)
        context.record('verdicts', { unit: key, caseId: key, repeat: 0, check, checkKey: '', outcome, label })
      return ok(undefined)
    },
  })
  if (!run.ok) throw new Error(run.error.message)
  const { verdicts } = store.tables
  return {
    verdicts: verdicts.length,
    passed: verdicts.filter(({ outcome }) => outcome === 'pass').length,
    calls: run.value.spending.calls,
  }
}

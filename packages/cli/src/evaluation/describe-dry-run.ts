import { createError, fail, type Hash, type ModelCaller } from '@assay/core'
import { judgeByChecks, prepareRunChecks, toCheckCase } from '@assay/core/evaluation'
import { estimateRun, type SampleRequest } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import { present } from '../present.ts'
import { formatMoney, formatTokens } from '../render/format/format-amount.ts'
import { formatCounted } from '../render/format/format-figure.ts'
import type { Workspace } from '../workspace.ts'
import type { EvaluationRequest } from './start-evaluation.ts'

/** Judges a few cases on a made-up answer of ordinary length, with a model that only notes what it is asked. */
export async function describeDryRun(
  { prices, clock, hash }: Workspace,
  request: EvaluationRequest,
  context: CommandContext,
): Promise<void> {
  const questions = request.cases.length * request.repeats
  const samples = await sampleRequests(request, hash)
  const sampled = Math.min(sampleSize, request.cases.length)
  const estimate = estimateRun(
    samples.map((each) => ({ ...each, times: questions / sampled })),
    { prices, atMs: clock.now() },
  )
  const lines = [
    `would ask ${request.target.name} ${formatCounted(questions, 'question')}`,
    samples.length === 0
      ? `judge: ${request.judge.judge?.id ?? 'none'}, no model calls`
      : `judge: ${request.judge.judge?.id ?? 'none'}, with the checks about ${formatCounted(Math.round(estimate.calls), 'call')}, ${formatTokens(estimate.inputTokens)} tokens in, at most ${formatTokens(estimate.outputTokens)} out`,
    `cost: ${estimate.costUsd === null ? `unknown (no price for ${estimate.unknownPrices.join(', ')})` : `at most ${formatMoney(estimate.costUsd)}`}; the target's own cost is not known`,
    'nothing was asked',
  ]
  present(context, { questions, ...estimate }, lines.join('\n'))
}

const sampleSize = 20
const ordinaryAnswer =
  'The documentation says so in the section that you asked about, with the value and its unit. '.repeat(4)

/** The first calls that judge and checks would make for some of the cases: what a check asks after an answer is not seen. */
async function sampleRequests(request: EvaluationRequest, hash: Hash): Promise<readonly SampleRequest[]> {
  const { cases, contexts, judge, description } = request
  const seen: SampleRequest[] = []
  const callerOf = (id: string): ModelCaller => ({
    id,
    call: async (asked) => {
      seen.push({ model: id, request: asked, times: 1 })
      return fail(createError('ASSAY-5001'))
    },
  })
  const standard = judge.judgeModel === null ? null : callerOf(judge.judgeModel.id)
  const model = (id?: string) => (id === undefined ? standard : callerOf(id))
  const checksOf = await prepareRunChecks(request.checks, cases)
  const answer = { text: ordinaryAnswer, latencyMs: 0 }
  const passages = new Map(contexts.map((context) => [context.id, context]))
  const ports = {
    model,
    embedder: null,
    userCode: null,
    detector: () => null,
    hash,
    signal: new AbortController().signal,
  }
  for (const testCase of cases.slice(0, sampleSize)) {
    await judge.judge?.judge({ testCase, answer, description }, { models: model })
    if (checksOf.ok)
      await judgeByChecks(checksOf.value(testCase), toCheckCase(testCase, answer, passages), ports)
  }
  return seen
}

import type { ModelRequest } from '@assay/contracts'
import { createError, fail, type ModelCaller } from '@assay/core'
import { estimateRun, type SampleRequest } from '@assay/core/runs'
import type { CommandContext } from '../command.ts'
import { present } from '../present.ts'
import { formatMoney, formatTokens } from '../render/format/format-amount.ts'
import { formatCounted } from '../render/format/format-figure.ts'
import type { Workspace } from '../workspace.ts'
import type { EvaluationRequest } from './start-evaluation.ts'

/** Judges a few cases on a made-up answer of ordinary length, with a model that only notes what it is asked. */
export async function describeDryRun(
  { prices, clock }: Workspace,
  request: EvaluationRequest,
  context: CommandContext,
): Promise<void> {
  const questions = request.cases.length * request.repeats
  const samples = await sampleRequests(request)
  const estimate = estimateRun(
    samples.map((each) => ({ ...each, times: questions / samples.length })),
    { prices, atMs: clock.now() },
  )
  const lines = [
    `would ask ${request.target.name} ${formatCounted(questions, 'question')}`,
    request.judge.judgeModel === null
      ? 'judge: rules, no model calls'
      : `judge: ${request.judge.judge.id}, about ${formatCounted(Math.round(estimate.calls), 'call')}, ${formatTokens(estimate.inputTokens)} tokens in, at most ${formatTokens(estimate.outputTokens)} out`,
    `cost: ${estimate.costUsd === null ? `unknown (no price for ${estimate.unknownPrices.join(', ')})` : `at most ${formatMoney(estimate.costUsd)}`}; the target's own cost is not known`,
    'nothing was asked',
  ]
  present(context, { questions, ...estimate }, lines.join('\n'))
}

const sampleSize = 20
const ordinaryAnswer =
  'The documentation says so in the section that you asked about, with the value and its unit. '.repeat(4)

async function sampleRequests({
  cases,
  judge,
  description,
}: EvaluationRequest): Promise<readonly SampleRequest[]> {
  const { judgeModel } = judge
  if (judgeModel === null) return []
  const seen: ModelRequest[] = []
  const caller: ModelCaller = {
    id: judgeModel.id,
    call: async (asked) => {
      seen.push(asked)
      return fail(createError('ASSAY-5001'))
    },
  }
  for (const testCase of cases.slice(0, sampleSize)) {
    await judge.judge.judge(
      { testCase, answer: { text: ordinaryAnswer, latencyMs: 0 }, description },
      { models: () => caller },
    )
  }
  return seen.map((asked) => ({ model: judgeModel.id, request: asked, times: 1 }))
}

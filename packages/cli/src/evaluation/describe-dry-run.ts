import { createError, fail, ok, type Hash, type ModelCaller, type Result } from '@assay/core'
import { judgeByChecks, toCheckCase, type ChecksOf } from '@assay/core/evaluation'
import { estimateRun, type RunEstimate, type SampleRequest } from '@assay/core/runs'
import { formatCounted, formatMoney, formatTokens } from '@assay/core/wording'
import type { CommandContext } from '../command.ts'
import { present } from '../present.ts'
import type { Workspace } from '../workspace.ts'
import { checkRequest } from './check-request.ts'
import type { EvaluationRequest } from './evaluation-request.ts'

/** Judges a few cases on a made-up answer of ordinary length, with a model that only notes what it is asked. */
export async function describeDryRun(
  workspace: Workspace,
  request: EvaluationRequest,
  context: CommandContext,
): Promise<Result<void>> {
  const { prices, clock, hash, configuration } = workspace
  const { judge } = request
  const checks = await checkRequest(workspace, request)
  if (!checks.ok) return checks
  const questions = request.cases.length * request.repeats
  const standard = judge.judgeModels.at(-1)?.id ?? configuration.model ?? null
  const asked = await sampleRequests(request, { checksOf: checks.value.of, standard, hash })
  const samples = [...asked.byJudge, ...asked.byChecks]
  const sampled = Math.min(sampleSize, request.cases.length)
  const estimate = estimateRun(
    samples.map((each) => ({ ...each, times: questions / sampled })),
    { prices, atMs: clock.now() },
  )
  const lines = [
    `would ask ${request.target.name} ${formatCounted(questions, 'question')}`,
    describeCalls(judge.judge?.id ?? 'none', estimate, asked.byChecks.length > 0),
    `cost: ${estimate.costUsd === null ? `unknown (no price for ${estimate.unknownPrices.join(', ')})` : `${asked.byChecks.length > 0 ? 'about' : 'at most'} ${formatMoney(estimate.costUsd)}`}; the target's own cost is not known`,
    'nothing was asked',
  ]
  present(context, { questions, ...estimate }, lines.join('\n'))
  return ok(undefined)
}

/** What a check asks after it has read a reply cannot be seen here. */
function describeCalls(judge: string, estimate: RunEstimate, doChecksAsk: boolean): string {
  if (estimate.calls === 0) return `judge: ${judge}, no model calls`
  const { calls, inputTokens, outputTokens } = estimate
  const size = `about ${formatCounted(Math.round(calls), 'call')}, ${formatTokens(inputTokens)} tokens in, at most ${formatTokens(outputTokens)} out`
  return doChecksAsk
    ? `judge: ${judge}; with the checks ${size}, and what they ask after a first reply`
    : `judge: ${judge}, ${size}`
}

const sampleSize = 20
const ordinaryAnswer =
  'The documentation says so in the section that you asked about, with the value and its unit. '.repeat(4)

interface Sampling {
  readonly checksOf: ChecksOf
  /** The model that checks ask; `null`: none is named. */
  readonly standard: string | null
  readonly hash: Hash
}

interface SampledRequests {
  readonly byJudge: readonly SampleRequest[]
  readonly byChecks: readonly SampleRequest[]
}

/** The first calls that judge and checks would make for some of the cases: what is asked after a reply is not seen. */
async function sampleRequests(
  request: EvaluationRequest,
  { checksOf, standard, hash }: Sampling,
): Promise<SampledRequests> {
  const { cases, contexts, judge, description } = request
  const byJudge: SampleRequest[] = []
  const byChecks: SampleRequest[] = []
  const callerOf = (id: string, seen: SampleRequest[]): ModelCaller => ({
    id,
    call: async (asked) => {
      seen.push({ model: id, request: asked, times: 1 })
      return fail(createError('ASSAY-5001'))
    },
  })
  const models = (id = judge.judgeModels.at(-1)?.id) => (id === undefined ? null : callerOf(id, byJudge))
  const answer = { text: ordinaryAnswer, latencyMs: 0 }
  const passages = new Map(contexts.map((context) => [context.id, context]))
  const ports = {
    model: (id = standard ?? undefined) => (id === undefined ? null : callerOf(id, byChecks)),
    embedder: null,
    scorer: null,
    elsewhere: null,
    userCode: null,
    detector: () => null,
    hash,
    signal: new AbortController().signal,
  }
  // Of a cascade all are asked about all: more than that it never asks.
  const stages = judge.judge === null ? [] : (judge.judge.stages ?? [judge.judge])
  for (const testCase of Iterator.from(cases).take(sampleSize)) {
    for (const each of stages) await each.judge({ testCase, answer, description }, { models })
    await judgeByChecks(checksOf(testCase), toCheckCase(testCase, answer, passages), ports)
  }
  return { byJudge, byChecks }
}

import type { CallRow, ModelReply, ModelRequest, TokenUsage } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import type { LanguageModel } from '../ports/language-model.ts'
import { ok, type Result } from '../result.ts'
import { holdsUnit } from './holds-unit.ts'
import { boundRequestTokens, estimateRequestTokens } from './request-tokens.ts'
import { callWithRetry } from './retry.ts'
import type { Lane, RunMachinery } from './run-machinery.ts'
import type { Reservation, Usage } from './budget.ts'
import { withTimeout } from './with-timeout.ts'

export interface ModelCall {
  readonly unit: string
  readonly key: string
  readonly model: LanguageModel
  readonly request: ModelRequest
}

/** Calls, or takes the reply from the cache, and records what came of it before it returns. */
export async function callModel(machinery: RunMachinery, call: ModelCall): Promise<Result<ModelReply>> {
  const { cache, clock } = machinery.ports
  const at = new Date(clock.now()).toISOString()
  const kept = cache === null ? null : await cache.get(call.key)
  if (kept !== null) {
    machinery.budget.countCached()
    await machinery.store.append(
      'calls',
      toRow(call, at, { reply: kept, tries: 1, costUsd: 0, cached: true }),
    )
    return ok(kept)
  }
  const { result, tries } = await requestReply(machinery, call)
  if (!result.ok && holdsUnit(result.error)) return result
  const costUsd = result.ok ? costOf(machinery, call, result.value.usage) : null
  const outcome = result.ok ? { reply: result.value } : { reply: null, error: result.error }
  await machinery.store.append('calls', toRow(call, at, { ...outcome, tries, costUsd, cached: false }))
  if (result.ok && cache !== null && isWorthKeeping(result.value)) await cache.set(call.key, result.value)
  return result
}

function requestReply(machinery: RunMachinery, call: ModelCall) {
  const { clock, random } = machinery.ports
  const { abort, maxTries, retries } = machinery
  const lane = machinery.provider(call.model.provider)
  const expected = estimateRequestTokens(call.request)
  return callWithRetry(
    {
      clock,
      random,
      abort,
      maxTries,
      limiter: lane.limiter,
      budget: retries,
      tokens: expected.input + expected.output,
    },
    () => tryWithinBudget(machinery, call, lane),
    (reply) => tokensOf(reply.usage),
  )
}

async function tryWithinBudget(
  machinery: RunMachinery,
  call: ModelCall,
  lane: Lane,
): Promise<Result<ModelReply>> {
  const { model, request } = call
  const reservation = reserve(machinery, call)
  const reserved = await machinery.budget.reserve(reservation)
  if (!reserved.ok) return reserved
  const { clock } = machinery.ports
  const timeout = {
    clock,
    timeoutMs: lane.timeoutMs,
    abort: machinery.abort,
    timedOut: () => timedOut(model.id, lane.timeoutMs),
  }
  let used: Usage | null = null
  try {
    const result = await withTimeout(timeout, (signal) =>
      model.generate(request, { signal, onRate: (rate) => lane.limiter.learn(rate) }),
    )
    used = usedBy(machinery, call, result)
    return result
  } finally {
    if (used === null) machinery.budget.defer(reservation)
    else machinery.budget.settle(reservation, used)
  }
}

function reserve(machinery: RunMachinery, call: ModelCall): Reservation {
  const tokens = boundRequestTokens(call.request)
  return {
    model: call.model.id,
    usd: costOf(machinery, call, tokens),
    tokens: tokens.input + tokens.output,
  }
}

/** A call that was given up may still be billed: it counts as reserved. Other failures cost nothing; pending is not used yet. */
function usedBy(machinery: RunMachinery, call: ModelCall, result: Result<ModelReply>): Usage | null {
  if (result.ok)
    return { usd: costOf(machinery, call, result.value.usage), tokens: tokensOf(result.value.usage) }
  if (result.error.code === 'ASSAY-5001') return null
  const mayBeBilled = result.error.code === 'ASSAY-5003' || result.error.code === 'ASSAY-6006'
  return mayBeBilled ? { usd: null, tokens: null } : { usd: 0, tokens: 0 }
}

const costOf = (machinery: RunMachinery, call: ModelCall, usage: TokenUsage): number | null =>
  machinery.ports.prices.costUsd(call.model.id, usage, machinery.ports.clock.now())

const tokensOf = ({ input, output }: TokenUsage): number | null =>
  input === null || output === null ? null : input + output

const timedOut = (id: string, timeoutMs: number) =>
  createError('ASSAY-5003', { where: `${id}: no answer within ${timeoutMs / 1000} s` })

/** Empty, cut-off and refused answers may be better next time. */
const isWorthKeeping = (reply: ModelReply): boolean => reply.finishReason === 'stop' && reply.text !== ''

function toRow(
  call: ModelCall,
  at: string,
  outcome: Pick<CallRow, 'reply' | 'tries' | 'costUsd' | 'cached'> & Partial<Pick<CallRow, 'error'>>,
): CallRow {
  const { unit, key, model, request } = call
  const prompt = request.prompt === undefined ? {} : { prompt: request.prompt }
  return { unit, key, model: model.id, ...prompt, at, error: null, ...outcome }
}

import type { EvaluationSummary, TokenUsage } from '@assay/contracts'
import type { RunReader } from '../ports/run-store.ts'

interface Money {
  /** `null` as soon as one price is unknown. */
  usd: number | null
}

const add = (money: Money, cost: number | null): void => {
  money.usd = money.usd === null || cost === null ? null : money.usd + cost
}

/** What the run cost: the target's own figures where it gives usage, and the judge's model calls. Calls from the cache cost nothing. */
export async function summariseCost(run: RunReader): Promise<EvaluationSummary['cost']> {
  const tokens = { input: 0, output: 0 }
  const target: Money = { usd: 0 }
  const judge: Money = { usd: 0 }
  const calls = { all: 0, cached: 0 }
  const count = (usage: TokenUsage | undefined): void => {
    tokens.input += usage?.input ?? 0
    tokens.output += usage?.output ?? 0
  }
  for await (const { answer } of run.rows('attempts')) {
    if (answer === null) continue
    count(answer.usage)
    add(target, answer.costUsd ?? null)
  }
  for await (const { reply, cached, costUsd } of run.rows('calls')) {
    calls.all += 1
    if (cached) calls.cached += 1
    else if (reply !== null) add(judge, costUsd)
    if (!cached) count(reply?.usage)
  }
  return {
    targetUsd: target.usd,
    judgeUsd: judge.usd,
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    calls: calls.all,
    cachedCalls: calls.cached,
  }
}

import type { RunReader } from '../ports/run-store.ts'

/** What the model calls of a generation run used, over all its starts. */
export interface GenerationCalls {
  /** One a request that was answered or failed for good; its retries are not counted again. */
  readonly calls: number
  readonly cached: number
  readonly failed: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** US dollars; `null` when the price of a call is unknown. */
  readonly costUsd: number | null
  /** For each valid question in the set; `null` when there is none, or the cost is unknown. */
  readonly perQuestion: {
    readonly calls: number | null
    readonly tokens: number | null
    readonly costUsd: number | null
  }
}

export async function countGenerationCalls(
  store: Pick<RunReader, 'rows'>,
  questions: number,
): Promise<GenerationCalls> {
  const sum = { calls: 0, cached: 0, failed: 0, inputTokens: 0, outputTokens: 0 }
  let costUsd: number | null = 0
  for await (const { reply, cached, costUsd: cost } of store.rows('calls')) {
    sum.calls += 1
    if (cached) sum.cached += 1
    if (reply === null) sum.failed += 1
    sum.inputTokens += reply?.usage.input ?? 0
    sum.outputTokens += reply?.usage.output ?? 0
    if (reply !== null) costUsd = costUsd === null || cost === null ? null : costUsd + cost
  }
  const each = (total: number | null): number | null =>
    questions === 0 || total === null ? null : total / questions
  const tokens = sum.inputTokens + sum.outputTokens
  return {
    ...sum,
    costUsd,
    perQuestion: { calls: each(sum.calls), tokens: each(tokens), costUsd: each(costUsd) },
  }
}

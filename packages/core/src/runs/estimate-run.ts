import type { ModelRequest } from '@assay/contracts'
import type { PriceBook } from '../ports/prices.ts'
import { estimateRequestTokens } from './request-tokens.ts'

/** One request of a kind, and how many of the kind the run will make. */
export interface SampleRequest {
  /** `provider:model`. */
  readonly model: string
  readonly request: ModelRequest
  readonly times: number
}

export interface RunEstimate {
  readonly calls: number
  readonly inputTokens: number
  /** At most: as long as the answers may be. */
  readonly outputTokens: number
  /** `null`: the price of a model is unknown. */
  readonly costUsd: number | null
  readonly unknownPrices: readonly string[]
}

/** What a run will use, from samples of its requests, before anything is asked. Retries and the call cache are not counted. */
export function estimateRun(
  samples: readonly SampleRequest[],
  { prices, atMs }: { readonly prices: PriceBook; readonly atMs: number },
): RunEstimate {
  const lines = samples.map((sample) => {
    const tokens = estimateRequestTokens(sample.request)
    const cost = prices.costUsd(sample.model, tokens, atMs)
    return { ...sample, tokens, cost }
  })
  const total = (of: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((sum, line) => sum + line.times * of(line), 0)
  const unknown = [...new Set(lines.filter((line) => line.cost === null).map((line) => line.model))]
  return {
    calls: total(() => 1),
    inputTokens: total((line) => line.tokens.input),
    outputTokens: total((line) => line.tokens.output),
    costUsd: unknown.length > 0 ? null : total((line) => line.cost ?? 0),
    unknownPrices: unknown,
  }
}

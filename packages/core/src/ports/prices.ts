import type { TokenUsage } from '@assay/contracts'

/** Cost of a call in US dollars by the price valid at `atMs`; `null`: the price is unknown, never 0. */
export interface PriceBook {
  costUsd(model: string, usage: TokenUsage, atMs: number): number | null
}

import type { ModelPrice, TokenPrices, TokenUsage } from '@assay/contracts'
import type { PriceBook } from '../ports/prices.ts'

/** Looks a model up by its id, then without a date at its end, then by a row that ends in `*`. */
export function createPriceBook(table: readonly ModelPrice[]): PriceBook {
  const byModel = Map.groupBy(table, (row) => row.model)
  return {
    costUsd: (model, usage, atMs) => {
      const rows = candidates(model).flatMap((id) => byModel.get(id) ?? [])
      const price = rows.find((row) => isValidAt(row, atMs))
      return price === undefined ? null : costOf(price, usage)
    },
  }
}

const candidates = (model: string): readonly string[] => [
  model,
  model.replace(/-(?:\d{4}-\d{2}-\d{2}|\d{8}|latest)$/, ''),
  `${model.slice(0, model.indexOf(':'))}:*`,
]

function isValidAt(row: ModelPrice, atMs: number): boolean {
  const from = row.validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(row.validFrom)
  const until = row.validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(row.validUntil)
  return from <= atMs && atMs < until
}

/** A kind of token without a price of its own costs what the kind it belongs to costs. */
function costOf(price: ModelPrice, usage: TokenUsage): number | null {
  if (usage.input === null || usage.output === null) return null
  const long = price.longContext
  const rates: TokenPrices =
    long !== undefined && usage.input > long.aboveInputTokens ? long.usdPerMillion : price.usdPerMillion
  const cached = usage.cachedInput ?? 0
  const written = usage.cacheWrite ?? 0
  const reasoning = usage.reasoning ?? 0
  const cost =
    Math.max(0, usage.input - cached - written) * rates.input +
    cached * (rates.cachedInput ?? rates.input) +
    written * (rates.cacheWrite ?? rates.input) +
    Math.max(0, usage.output - reasoning) * rates.output +
    reasoning * (rates.reasoning ?? rates.output)
  return cost / 1e6
}

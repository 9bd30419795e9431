import type { CallCache, Clock } from '@assay/core'
import { createPriceBook, type RunPorts } from '@assay/core/runs'
import { createFakeClock } from './fake-clock.ts'
import { sha256 } from './sha256.ts'

/** The ports of a run in a test: sleeps take no time, chance is one half, `scripted:model` costs 1 and 2 dollars a million. */
export function createRunPorts(
  parts: { readonly clock?: Clock; readonly cache?: CallCache; readonly random?: () => number } = {},
): RunPorts {
  const price = { validFrom: null, validUntil: null, usdPerMillion: { input: 1, output: 2 } }
  return {
    clock: parts.clock ?? createFakeClock({ autoAdvance: true }),
    random: parts.random ?? (() => 0.5),
    hash: sha256,
    prices: createPriceBook([{ model: 'scripted:model', ...price }]),
    cache: parts.cache ?? null,
  }
}

import type { Result } from '../result.ts'

/** Turns texts into vectors of one length, normalised to 1, in the order given. */
export interface Embedder {
  /** `provider:model`: part of the cache key. */
  readonly id: string
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Result<readonly Float32Array[]>>
}

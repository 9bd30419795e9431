import type { Embedder, LanguageModel, Result, TokenScorer } from '@assay/core'

/**
 * The optional package of in-process models, handed in by who composes the program, so that nothing heavy is a
 * dependency here. `null`: it is not installed.
 */
export type LocalModelLoader = () => Promise<LocalModelPackage | null>

export interface LocalModelPackage {
  /** `name` is what stands after `local:`. Fails with ASSAY-8001 or 8002, or 5012 for an unknown name. */
  openLanguageModel(name: string): Promise<Result<LanguageModel>>
  openTokenScorer(name: string): Promise<Result<TokenScorer>>
  openEmbedder(name: string): Promise<Result<Embedder>>
}

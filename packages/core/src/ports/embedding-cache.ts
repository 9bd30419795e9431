/** Vectors kept between runs, by model and text. Errors are never kept. */
export interface EmbeddingCache {
  /** In the order of `texts`; `null` where none is kept. */
  get(model: string, texts: readonly string[]): Promise<readonly (Float32Array | null)[]>
  /** `vectors` in the order of `texts`. */
  set(model: string, texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>
}

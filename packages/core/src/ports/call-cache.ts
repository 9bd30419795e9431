import type { ModelReply } from '@assay/contracts'

/** Replies kept between runs, by call key. Errors are never kept. Size-bounded by the implementation. */
export interface CallCache {
  get(key: string): Promise<ModelReply | null>
  set(key: string, reply: ModelReply): Promise<void>
}

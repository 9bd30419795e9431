import type { ModelReply, ModelRequest } from '@assay/contracts'
import type { Result } from '../result.ts'

/**
 * A model as a unit of a run sees it: limited, budgeted, cached, recorded and replayed. The same request in the same
 * unit is asked once in the life of the run. Generators and judges take this, never a LanguageModel.
 */
export interface ModelCaller {
  /** `provider:model`. */
  readonly id: string
  call(request: ModelRequest): Promise<Result<ModelReply>>
}

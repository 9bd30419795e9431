import type { Result } from '@assay/core'

/** Keys of the API for the processes of evaluations; made and ended by the identity. */
export interface JobKeys {
  /** Rights `run` and `read` in the project alone, no more than its owner has. Earlier keys of the same evaluation end. */
  make(job: {
    readonly evaluationId: string
    readonly projectId: string
    readonly ownerId: string
    readonly hours: number
  }): Promise<Result<{ readonly secret: string }>>
  /** Ends the keys of an evaluation. */
  end(job: { readonly evaluationId: string; readonly projectId: string }): Promise<void>
}

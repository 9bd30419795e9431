import type { AssayError } from '@assay/contracts'
import { AssayFailure } from '@assay/core'

/** The refusal of an address behind a failed request, however deep a client wrapped it; `null`: it failed for another reason. */
export function findRefusal(cause: unknown): AssayError | null {
  for (let at: unknown = cause, depth = 0; at instanceof Error && depth < 8; depth += 1) {
    if (at instanceof AssayFailure && at.error.code === 'ASSAY-9016') return at.error
    at = at.cause ?? (at instanceof AggregateError ? at.errors[0] : undefined)
  }
  return null
}

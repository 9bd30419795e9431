import type { AssayError } from '@assay/contracts'

/** The outcome of a public function that can fail for a reason its caller must handle. */
export type Result<T, E = AssayError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error })

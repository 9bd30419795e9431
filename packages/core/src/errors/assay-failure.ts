import type { AssayError } from '@assay/contracts'

/** Carries an expected failure through what can only throw: an async iterable, a store's write. Public functions turn it into a Result. */
export class AssayFailure extends Error {
  override readonly name = 'AssayFailure'
  readonly error: AssayError

  constructor(error: AssayError) {
    super(`${error.code} ${error.message}${error.where === undefined ? '' : ` (${error.where})`}`)
    this.error = error
  }
}

import { errorCatalogue, type AssayError } from '@assay/contracts'
import type { Problem } from '@assay/contracts/hub'

export interface FieldFault {
  readonly pointer: string
  readonly message: string
}

/** RFC 9457, from the catalogue. Never holds what a provider or a database said in its own words, but for bad input. */
export function toProblem(error: AssayError, requestId: string, fields?: readonly FieldFault[]): Problem {
  const { title, httpStatus, help } = errorCatalogue[error.code]
  return {
    type: `/docs/errors#${error.code.toLowerCase()}`,
    title,
    status: httpStatus,
    code: error.code,
    requestId,
    fix: error.fix ?? help,
    ...(error.message === title ? {} : { detail: error.message }),
    ...(error.where === undefined ? {} : { where: error.where }),
    ...(fields === undefined ? {} : { fields: [...fields] }),
  }
}

import { errorCatalogue, type AssayError, type ErrorCode } from '@assay/contracts'
import { createError } from '@assay/core'
import { HubError } from '@assay/sdk'

/** What a call of the hub failed with, by its code of the catalogue; whatever never reached it is ASSAY-9014. */
export function toAssayError(error: unknown, url: string): AssayError {
  if (!(error instanceof HubError)) {
    if (!isTimeout(error)) throw error
    return createError('ASSAY-9014', { where: url, detail: 'it did not answer in time' })
  }
  const { code, title, detail, where, fix, status, requestId } = error.problem
  const known = isCode(code) ? code : 'ASSAY-9014'
  const said = [detail, requestId === '' ? undefined : `request ${requestId}`].filter(
    (part) => part !== undefined && part !== '',
  )
  return createError(known, {
    message: title,
    where: where === undefined || where === url ? url : `${url}: ${where}`,
    ...(fix === undefined || known !== code ? {} : { fix }),
    ...(said.length === 0 ? {} : { detail: `status ${status}: ${said.join('; ')}` }),
    ...(error.retryAfterMs === null ? {} : { retryAfterMs: error.retryAfterMs }),
  })
}

/** Whether the same call may succeed when it is simply made again: the hub is away, overloaded or restarting. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof HubError)) return isTimeout(error)
  const { code, status } = error.problem
  return status >= 500 || status === 429 || status === 408 || (isCode(code) && errorCatalogue[code].retryable)
}

const isTimeout = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')

const isCode = (code: string): code is ErrorCode => code in errorCatalogue

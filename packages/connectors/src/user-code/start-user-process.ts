import { createError, fail, type Result } from '@assay/core'
import { startLineProcess, type LineCommand, type LineProcess } from '../processes/line-process.ts'

/** Enough for a file that loads a machine-learning library. */
const startTimeoutMs = 60_000

/** Starts and loads the file once. Fails with ASSAY-7013 and the trace, or 6006 when given up. */
export async function startUserProcess(
  command: LineCommand,
  signal: AbortSignal,
): Promise<Result<LineProcess>> {
  const { where } = command
  const late = new AbortController()
  // A timer that keeps the program alive: the process itself does not.
  const timer = setTimeout(() => late.abort(), startTimeoutMs)
  const started = await startLineProcess(command, AbortSignal.any([late.signal, signal]))
  clearTimeout(timer)
  if (started.ok) return started
  if (signal.aborted) return fail(createError('ASSAY-6006', { where }))
  const message = late.signal.aborted
    ? `Your code was not loaded within ${startTimeoutMs / 1000} s`
    : 'Your code could not be loaded'
  return fail({ ...started.error, message })
}

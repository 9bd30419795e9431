import type { AssayError, TargetAnswer } from '@assay/contracts'
import { createError, fail, ok, type Result } from '@assay/core'

/** An answer before its latency is known. */
export type AnswerParts = Omit<TargetAnswer, 'latencyMs'> & { readonly latencyMs?: number | undefined }

/**
 * Times one attempt and ends it when the signal aborts (ASSAY-4002), also for targets that do not listen to it.
 * A throw becomes the error that `toError` makes of it.
 */
export async function measureAnswer(
  options: {
    readonly signal: AbortSignal
    readonly where: string
    readonly toError: (cause: unknown) => AssayError
  },
  answer: () => Promise<Result<AnswerParts>>,
): Promise<Result<TargetAnswer>> {
  const { signal, where, toError } = options
  const late = () => fail(createError('ASSAY-4002', { where }))
  if (signal.aborted) return late()
  const started = performance.now()
  const aborted = Promise.withResolvers<Result<never>>()
  const onAbort = () => aborted.resolve(late())
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const result = await Promise.race([answer(), aborted.promise])
    return result.ok
      ? ok({ ...result.value, latencyMs: result.value.latencyMs ?? performance.now() - started })
      : result
  } catch (cause) {
    return signal.aborted ? late() : fail(toError(cause))
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

import { createError } from '../errors/create-error.ts'
import type { AssayError } from '@assay/contracts'
import type { Clock } from '../ports/clock.ts'
import { fail, type Result } from '../result.ts'

export interface TimeoutOptions {
  readonly clock: Clock
  readonly timeoutMs: number
  /** The failure when the time is over. */
  readonly timedOut: () => AssayError
  /** Ends it with ASSAY-6006. */
  readonly abort: AbortSignal
}

/** Ends in time even when `work` ignores its signal; what it answers afterwards is dropped. A throw of `work` passes through. */
export function withTimeout<T>(
  { clock, timeoutMs, timedOut, abort }: TimeoutOptions,
  work: (signal: AbortSignal) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (abort.aborted) return Promise.resolve(fail(createError('ASSAY-6006')))
  const give = new AbortController()
  const timer = new AbortController()
  return new Promise((resolve, reject) => {
    const interrupt = (): void => {
      give.abort()
      end(fail(createError('ASSAY-6006')))
    }
    const finish = (): void => {
      abort.removeEventListener('abort', interrupt)
      timer.abort()
    }
    const end = (result: Result<T>): void => {
      finish()
      resolve(result)
    }
    const watch = async (): Promise<void> => {
      await clock.sleep(timeoutMs, timer.signal)
      if (timer.signal.aborted) return
      give.abort()
      end(fail(timedOut()))
    }
    abort.addEventListener('abort', interrupt)
    void watch()
    work(give.signal).then(end, (error: unknown) => {
      finish()
      reject(error)
    })
  })
}

import { Worker } from 'node:worker_threads'

export interface ThreadLimits {
  readonly timeoutMs: number
  /** Of the thread's JavaScript heap. */
  readonly megabytes: number
}

export type ThreadEnd<T> =
  | { readonly end: 'done'; readonly value: T }
  | { readonly end: 'too long' }
  | { readonly end: 'too much memory' }

/** Runs a script on a thread of its own that posts one message: what it says, or which bound it met. Throws where it broke. */
export async function runOnThread<T>(
  script: URL,
  workerData: unknown,
  { timeoutMs, megabytes }: ThreadLimits,
): Promise<ThreadEnd<T>> {
  const worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  const { promise, resolve, reject } = Promise.withResolvers<ThreadEnd<T>>()
  const timer = setTimeout(() => resolve({ end: 'too long' }), timeoutMs)
  worker.once('message', (value: T) => resolve({ end: 'done', value }))
  worker.once('error', (error: unknown) => {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (isMemory) resolve({ end: 'too much memory' })
    else reject(error instanceof Error ? error : new Error(String(error)))
  })
  worker.once('exit', () => reject(new Error('the thread ended without a word')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

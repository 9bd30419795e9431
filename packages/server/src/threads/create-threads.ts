import { Worker } from 'node:worker_threads'

export interface ThreadLimits {
  /** At once; others wait. */
  readonly most: number
  readonly timeoutMs: number
  /** Of a thread's JavaScript heap. */
  readonly megabytes: number
  /** Whether a thread is kept for the next piece of work: quick to begin with, its memory stays taken. */
  readonly keep: boolean
}

export type ThreadEnd<T> =
  | { readonly end: 'done'; readonly value: T }
  | { readonly end: 'too long' }
  | { readonly end: 'too much memory' }
  /** Too many wait already. */
  | { readonly end: 'busy' }

export interface Threads {
  /** What the script posts back for the data, or which bound it met. Throws where the script broke. */
  run<T>(data: unknown): Promise<ThreadEnd<T>>
  close(): Promise<void>
}

const mostWaiting = 100

/** Threads that do one piece of work at a time by a script that answers each message with one. Started when there is work. */
export function createThreads(script: URL, limits: ThreadLimits): Threads {
  const idle: Worker[] = []
  const waiting: (() => void)[] = []
  let running = 0
  async function work<T>(data: unknown): Promise<ThreadEnd<T>> {
    const worker = idle.pop() ?? startWorker(script, limits)
    const ended = await askWorker<T>(worker, data, limits.timeoutMs)
    if (ended.end === 'done' && limits.keep) {
      worker.unref()
      idle.push(worker)
    } else await worker.terminate()
    return ended
  }
  return {
    async run(data) {
      if (running === limits.most) {
        if (waiting.length === mostWaiting) return { end: 'busy' }
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else running += 1
      try {
        return await work(data)
      } finally {
        const next = waiting.shift()
        if (next === undefined) running -= 1
        else next()
      }
    },
    async close() {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()))
    },
  }
}

const startWorker = (script: URL, { megabytes }: ThreadLimits): Worker =>
  new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes } })

async function askWorker<T>(worker: Worker, data: unknown, timeoutMs: number): Promise<ThreadEnd<T>> {
  const { promise, resolve, reject } = Promise.withResolvers<ThreadEnd<T>>()
  const onMessage = (value: T): void => resolve({ end: 'done', value })
  const onExit = (): void => reject(new Error('a thread ended without a word'))
  const onError = (error: unknown): void => {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (isMemory) resolve({ end: 'too much memory' })
    else reject(error instanceof Error ? error : new Error(String(error)))
  }
  worker.on('message', onMessage).on('exit', onExit).on('error', onError)
  const timer = setTimeout(() => resolve({ end: 'too long' }), timeoutMs)
  worker.ref()
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(data)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    worker.off('message', onMessage).off('exit', onExit).off('error', onError)
  }
}

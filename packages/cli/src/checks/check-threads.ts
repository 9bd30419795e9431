import { Worker } from 'node:worker_threads'
import type { CheckCase, CheckUse, CheckVerdict } from '@assay/contracts'
import type { CheckPorts } from '@assay/core/checks'

const script = new URL('./check-worker.mjs', import.meta.url)
const threadCount = 2

interface Waiting {
  readonly resolve: (verdict: CheckVerdict) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

interface Reply {
  readonly id: number
  readonly verdict?: CheckVerdict
  readonly failed?: string
}

export interface CheckThreads {
  readonly run: NonNullable<CheckPorts['elsewhere']>
  readonly close: () => Promise<void>
}

/** Two threads for heavy checks, started at the first; each takes what the other has less of. */
export function createCheckThreads(): CheckThreads {
  const threads: Thread[] = []
  let last = 0
  return {
    run(use: CheckUse, checkCase: CheckCase) {
      if (threads.length < threadCount) threads.push(startThread())
      const [least] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size)
      if (least === undefined) throw new Error('bug: no thread')
      last += 1
      const { promise, resolve, reject } = Promise.withResolvers<CheckVerdict>()
      least.waiting.set(last, { resolve, reject })
      least.worker.postMessage({ id: last, use, checkCase })
      return promise
    },
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}

function startThread(): Thread {
  const thread: Thread = { worker: new Worker(script), waiting: new Map() }
  const { worker, waiting } = thread
  worker.on('message', ({ id, verdict, failed }: Reply) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (verdict === undefined) asked?.reject(new Error(`bug: a check broke on its thread: ${failed ?? ''}`))
    else asked?.resolve(verdict)
  })
  worker.on('error', (error) => {
    for (const { reject } of waiting.values())
      reject(error instanceof Error ? error : new Error(String(error)))
    waiting.clear()
  })
  return thread
}

import { Worker } from 'node:worker_threads'
import type { FiguresJobName, FiguresJobs } from './figures-jobs.ts'
import type { FromThread, ToThread } from './figures-messages.ts'
import { settle, unsettle } from './settle.ts'

type Input<K extends FiguresJobName> = Parameters<FiguresJobs[K]>[0]
type Ports<K extends FiguresJobName> = Parameters<FiguresJobs[K]>[1]
type Output<K extends FiguresJobName> = Awaited<ReturnType<FiguresJobs[K]>>

/** Does a job on the thread for figures, which is started at the first and ends when nothing was asked for a minute. */
export function computeFigures<K extends FiguresJobName>(
  name: K,
  input: Input<K>,
  ports: Ports<K>,
): Promise<Output<K>> {
  thread ??= startThread(() => (thread = null))
  return thread.run(name, input, ports) as Promise<Output<K>>
}

type Port = (input: never) => Promise<unknown>

interface FiguresThread {
  run(name: FiguresJobName, input: unknown, ports: Readonly<Record<string, Port>>): Promise<unknown>
}

let thread: FiguresThread | null = null

interface RunningJob {
  readonly ports: Readonly<Record<string, Port>>
  readonly waiting: PromiseWithResolvers<unknown>
}

const idleMs = 60_000
/** This file is `.ts` in a checkout and `.js` in the published package. */
const script = import.meta.url.endsWith('.ts')
  ? new URL('./figures-thread.ts', import.meta.url)
  : new URL('./figures-thread.js', import.meta.url)

function startThread(onEnd: () => void): FiguresThread {
  const worker = new Worker(script)
  worker.unref()
  const jobs = new Map<number, RunningJob>()
  let last = 0
  let idle: NodeJS.Timeout | undefined
  // A thread has no origin: the rule means windows.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  const send = (message: ToThread): void => worker.postMessage(message)
  const stopWhenIdle = (): void => {
    if (jobs.size > 0) return
    idle = setTimeout(() => {
      onEnd()
      void worker.terminate()
    }, idleMs).unref()
  }
  worker.on('error', (error) => {
    onEnd()
    clearTimeout(idle)
    for (const { waiting } of jobs.values())
      waiting.reject(error instanceof Error ? error : new Error(String(error)))
  })
  worker.on('message', (message: FromThread) => {
    const job = jobs.get(message.job)
    if (job === undefined) return
    if (message.kind === 'ask') void answer(job, message).then(send)
    else {
      jobs.delete(message.job)
      unsettle(message.settled, job.waiting)
      stopWhenIdle()
    }
  })
  return {
    run(name, input, ports) {
      clearTimeout(idle)
      last += 1
      const waiting = Promise.withResolvers<unknown>()
      jobs.set(last, { ports, waiting })
      send({ kind: 'job', job: last, name, input })
      return waiting.promise
    },
  }
}

async function answer(
  { ports }: RunningJob,
  { ask, port, input }: Extract<FromThread, { kind: 'ask' }>,
): Promise<ToThread> {
  const settled = await settle(async () => ports[port]?.(input as never))
  return { kind: 'answer', ask, settled }
}

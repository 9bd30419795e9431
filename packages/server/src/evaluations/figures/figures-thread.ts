/** The thread of `figures.ts`: computes what would hold the hub's own thread up for seconds. */
import { parentPort } from 'node:worker_threads'
import { must } from '@assay/core'
import { figuresJobs } from './figures-jobs.ts'
import type { FromThread, ToThread } from './figures-messages.ts'
import { settle, unsettle } from './settle.ts'

const parent = must(parentPort, 'the port of the thread')
const asked = new Map<number, PromiseWithResolvers<unknown>>()
let lastAsk = 0

// A thread has no origin: the rule means windows.
// eslint-disable-next-line unicorn/require-post-message-target-origin
const send = (message: FromThread): void => parent.postMessage(message)

parent.on('message', (message: ToThread) => {
  if (message.kind === 'job') {
    void work(message)
    return
  }
  const waiting = asked.get(message.ask)
  asked.delete(message.ask)
  if (waiting !== undefined) unsettle(message.settled, waiting)
})

async function work({ job, name, input }: Extract<ToThread, { kind: 'job' }>): Promise<void> {
  const run = figuresJobs[name] as (input: unknown, ports: unknown) => Promise<unknown>
  send({ kind: 'end', job, settled: await settle(() => run(input, portsOf(job))) })
}

/** Every port is a question to the hub's thread. */
const portsOf = (job: number): unknown =>
  new Proxy(
    {},
    {
      get: (_, port) => (portInput: unknown) => {
        lastAsk += 1
        const waiting = Promise.withResolvers<unknown>()
        asked.set(lastAsk, waiting)
        send({ kind: 'ask', job, ask: lastAsk, port: String(port), input: portInput })
        return waiting.promise
      },
    },
  )

import type { HubEvent } from '@assay/contracts/hub'
import type { HubEvents } from '../hub.ts'

export interface StreamLimits {
  /** A comment that often keeps proxies from taking silence for the end. */
  readonly beatMs: number
  /** Then the reader comes again, and is asked again who it is. */
  readonly lifeMs: number
  /** A reader that is so far behind is sent away: it reads everything anew. */
  readonly waiting: number
}

const usual: StreamLimits = { beatMs: 15_000, lifeMs: 600_000, waiting: 500 }

/** What changes in a project, as server-sent events, until the reader leaves. */
export async function* streamEvents(
  events: Pick<HubEvents, 'subscribe'>,
  projectId: string,
  signal: AbortSignal,
  { beatMs, lifeMs, waiting }: StreamLimits = usual,
): AsyncGenerator<string, undefined> {
  const queue: HubEvent[] = []
  let wake: () => void = () => {}
  const unsubscribe = events.subscribe(projectId, (event) => {
    queue.push(event)
    wake()
  })
  const onAbort = (): void => wake()
  signal.addEventListener('abort', onAbort)
  const end = performance.now() + lifeMs
  try {
    yield 'retry: 2000\n\n'
    while (!signal.aborted && performance.now() < end && queue.length <= waiting) {
      const event = queue.shift()
      if (event !== undefined) {
        yield `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`
        continue
      }
      const isAwake = await sleepUntil((awake) => (wake = awake), beatMs)
      if (!isAwake) yield ': still here\n\n'
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    unsubscribe()
  }
}

/** False: nothing woke it in that time. */
function sleepUntil(onWake: (wake: () => void) => void, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms)
    onWake(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

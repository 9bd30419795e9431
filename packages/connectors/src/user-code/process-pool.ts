import type { Result } from '@assay/core'
import type { LineProcess } from '../processes/line-process.ts'

type Start = () => Promise<Result<LineProcess>>

/** Processes kept for reuse. A key stands for all that makes two of them alike; each is used by one call at a time. */
export interface ProcessPool {
  /** Uses a warm process or starts one; waits while as many as may run are at work. */
  use<T>(
    key: ProcessKey,
    start: Start,
    work: (process: LineProcess) => Promise<Result<T>>,
  ): Promise<Result<T>>
  /** Ends all processes. */
  close(): Promise<void>
}

export interface ProcessKey {
  readonly file: string
  /** What was another file before: its processes are ended. */
  readonly version: string
}

interface Place {
  version: string
  atWork: number
  readonly idle: LineProcess[]
  readonly queue: (() => void)[]
}

export function createProcessPool(perFile: number): ProcessPool {
  const places = new Map<string, Place>()
  const running = new Set<LineProcess>()
  const start = async (begin: Start) => {
    const process = await begin()
    if (process.ok) running.add(process.value)
    return process
  }
  const end = async (process: LineProcess) => {
    running.delete(process)
    await process.close()
  }
  return {
    async use(key, begin, work) {
      const place = placeOf(places, key)
      if (place.atWork >= perFile) await new Promise<void>((resolve) => place.queue.push(resolve))
      else place.atWork += 1
      try {
        if (place.version !== key.version) await Promise.all(place.idle.splice(0).map(end))
        place.version = key.version
        const process = await takeIdle(place, () => start(begin))
        if (!process.ok) return process
        const result = await work(process.value)
        if (process.value.isAlive() && place.version === key.version) place.idle.push(process.value)
        else await end(process.value)
        return result
      } finally {
        const next = place.queue.shift()
        if (next === undefined) place.atWork -= 1
        else next()
      }
    },
    close: async () => {
      places.clear()
      await Promise.all([...running].map(end))
    },
  }
}

function placeOf(places: Map<string, Place>, { file, version }: ProcessKey): Place {
  const known = places.get(file)
  if (known !== undefined) return known
  const place: Place = { version, atWork: 0, idle: [], queue: [] }
  places.set(file, place)
  return place
}

async function takeIdle(place: Place, start: Start): Promise<Result<LineProcess>> {
  for (let idle = place.idle.pop(); idle !== undefined; idle = place.idle.pop())
    if (idle.isAlive()) return { ok: true, value: idle }
  return start()
}

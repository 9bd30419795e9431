import { readFile } from 'node:fs/promises'
import type { LineProcess } from '../processes/line-process.ts'

interface Limits {
  readonly timeoutMs: number
  readonly memoryMb: number
  readonly signal: AbortSignal
}

/** What a bare runtime takes, in MB: not counted against the user's code. */
const runtimeMb = 96

const memoryPollMs = 50

/**
 * Tells when a call has to be ended. The runtimes limit their heaps themselves; memory outside them (buffers) is
 * watched where the system shows it (Linux).
 */
export function limitProcess(process: LineProcess, { timeoutMs, memoryMb, signal }: Limits) {
  const { promise: exceeded, resolve } = Promise.withResolvers<'time' | 'memory' | 'aborted'>()
  const abort = () => resolve('aborted')
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  const timer = setTimeout(() => resolve('time'), timeoutMs)
  const look = async () => {
    if ((await readResidentMb(process.pid)) > memoryMb + runtimeMb) resolve('memory')
  }
  const watch = setInterval(() => void look(), memoryPollMs)
  const stop = () => {
    signal.removeEventListener('abort', abort)
    clearTimeout(timer)
    clearInterval(watch)
  }
  return { exceeded, stop }
}

/** 0 where the system does not show it. */
async function readResidentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

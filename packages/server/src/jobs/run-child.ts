import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'

export interface ChildCommand {
  /** Program and its arguments. */
  readonly command: readonly [program: string, ...rest: string[]]
  readonly folder: string
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string>>
  /** Resident memory it may take, with all it started. */
  readonly memoryMb: number
}

export interface ChildEnd {
  /** `null`: a signal ended it. */
  readonly code: number | null
  /** The first of standard output, the last of standard error; cut. */
  readonly output: string
  readonly errors: string
  /** It took more memory than it may. */
  readonly outgrown: boolean
}

export interface ChildLimits {
  /** Asks it to finish what is in flight; after `graceMs` it is ended with all it started. */
  readonly signal: AbortSignal
  readonly graceMs: number
}

const kept = 1_000_000
const watchMs = 2_000

/** Runs a command line in a process group of its own to its end. Rejects where it cannot be started. */
export async function runChild(
  { command: [program, ...args], folder, env, memoryMb }: ChildCommand,
  { signal, graceMs }: ChildLimits,
): Promise<ChildEnd> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  // Its input stays open: when this process is gone it ends, and so does the child.
  child.stdin.on('error', () => {})
  const texts = collect(child)
  let outgrown = false
  const look = async (): Promise<void> => {
    if ((await residentMb(child)) <= memoryMb) return
    outgrown = true
    killTree(child)
  }
  const watch = setInterval(() => void look(), watchMs)
  const timers: NodeJS.Timeout[] = []
  const stop = (): void => {
    child.kill('SIGINT')
    timers.push(setTimeout(() => killTree(child), graceMs))
  }
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    const code = await ended(child)
    return { code, ...texts(), outgrown }
  } finally {
    clearInterval(watch)
    for (const timer of timers) clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    killTree(child)
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code))
  })
}

function collect(child: ChildProcess): () => Pick<ChildEnd, 'output' | 'errors'> {
  let output = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (output.length < kept) output += text.slice(0, kept - output.length)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-kept / 10)
  })
  return () => ({ output, errors })
}

/** Of the process itself, from proc(5); 0 where the system does not say. */
async function residentMb({ pid }: ChildProcess): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1024
}

/** The whole group: also what it started and left behind. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // The group is gone.
  }
}

import { spawn } from 'node:child_process'
import { mkdir, open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createError, fail, ok, type Result } from '@assay/core'
import type { CommandContext } from '../command.ts'

export interface BackgroundHub {
  readonly url: string
  /** Where the first person is made; `null`: there is one. */
  readonly setupUrl: string | null
  readonly pid: number
}

export interface BackgroundHubOptions {
  /** Of this hub alone: its address and its process stand in it. */
  readonly dataFolder: string
  readonly port: number
  readonly idleMinutes: number
  /** Program and arguments that start the command line. */
  readonly command: readonly string[]
}

const readyMs = 120_000

/** Starts a hub that outlives this command and stops by itself; waits until it is ready. Its words go to `hub.log`. */
export async function startBackgroundHub(
  options: BackgroundHubOptions,
  { cwd, signal }: Pick<CommandContext, 'cwd' | 'signal'>,
): Promise<Result<BackgroundHub>> {
  const { dataFolder, port, idleMinutes, command } = options
  await mkdir(dataFolder, { recursive: true })
  const file = join(dataFolder, 'hub.log')
  const log = await open(file, 'w', 0o600)
  const [program = '', ...before] = command
  const flags = [
    '--json',
    '--data',
    dataFolder,
    '--port',
    String(port),
    '--stop-when-idle',
    String(idleMinutes),
  ]
  const child = spawn(program, [...before, 'serve', ...flags, '--allow-local-targets'], {
    cwd,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  child.unref()
  const ended = new Promise<'ended'>((resolve) =>
    child.once('exit', () => resolve('ended')).once('error', () => resolve('ended')),
  )
  for (let waited = 0; waited < readyMs && !signal.aborted; waited += 100) {
    const text = await readFile(file, 'utf8')
    const ready = readReady(text)
    if (ready !== null) return ok({ ...ready, pid: child.pid ?? 0 })
    if ((await Promise.race([ended, pause(100)])) === 'ended')
      return fail(createError('ASSAY-9014', { where: file, detail: text.slice(-2_000) }))
  }
  child.kill()
  return fail(createError('ASSAY-9014', { where: file }))
}

/** Asks a hub of this machine that holds the folder to stop, and waits until it let go. */
export async function stopBackgroundHub(dataFolder: string): Promise<void> {
  const lock = join(dataFolder, 'lock')
  for (let waited = 0; waited < stopMs; waited += 100) {
    const text = await readFile(lock, 'utf8').catch(() => null)
    if (text === null) return
    const pid = readPid(text)
    if (pid === null || !isRunning(pid)) return
    if (waited === 0) process.kill(pid, 'SIGTERM')
    await pause(100)
  }
}

const stopMs = 20_000

function readPid(text: string): number | null {
  try {
    const { pid }: { pid?: unknown } = JSON.parse(text)
    return typeof pid === 'number' ? pid : null
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The port, or any free one where something else listens on it. */
export function freePort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(0))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)))
  })
}

/** The line a hub writes for programs once it is ready. */
function readReady(text: string): Pick<BackgroundHub, 'url' | 'setupUrl'> | null {
  const line = text.split('\n').find((each) => each.startsWith('{"url":'))
  if (line === undefined) return null
  const { url, setupUrl }: { url?: unknown; setupUrl?: unknown } = JSON.parse(line)
  return typeof url === 'string' ? { url, setupUrl: typeof setupUrl === 'string' ? setupUrl : null } : null
}

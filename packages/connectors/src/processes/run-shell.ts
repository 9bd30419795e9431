import { spawn, type ChildProcess } from 'node:child_process'

export interface ShellCommand {
  readonly command: string
  /** Where it runs. */
  readonly folder: string
  /** Its whole environment; absent: ours. */
  readonly env?: Readonly<Record<string, string>>
  /** Written to its standard input as one line. */
  readonly input: string
}

export interface ShellOutput {
  readonly exitCode: number | string
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of the shell to its end. An abort ends it with all it started. Rejects where no shell can be started. */
export async function runShell(
  { command, folder, env, input }: ShellCommand,
  signal: AbortSignal,
): Promise<ShellOutput> {
  // Its own process group, so that an abort also ends what the shell started.
  const child = spawn(command, {
    shell: true,
    cwd: folder,
    detached: process.platform !== 'win32',
    ...(env === undefined ? {} : { env: { ...env } }),
  })
  const onAbort = () => killTree(child)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  try {
    return await collectOutput(child, input)
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function collectOutput(child: ChildProcess, input: string): Promise<ShellOutput> {
  const { promise, resolve, reject } = Promise.withResolvers<ShellOutput>()
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk))
  child.on('error', reject)
  child.on('close', (code, signal) =>
    resolve({
      exitCode: code ?? signal ?? 'unknown',
      stdout: Buffer.concat(stdout).toString('utf8'),
      stderr: Buffer.concat(stderr).toString('utf8'),
    }),
  )
  // A command that does not read its input closes the pipe: that is its right.
  child.stdin?.on('error', () => null)
  child.stdin?.end(`${input}\n`)
  return promise
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

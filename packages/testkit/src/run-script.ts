import { spawnSync } from 'node:child_process'

export interface ScriptOutcome {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

export interface ScriptOptions {
  readonly cwd: string
  /** Standard input. */
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

const limitMs = 180_000

/** Runs a script to its end under this Node while the test waits. Throws with what it wrote so far when it hangs. */
export function runScript(script: string, args: readonly string[], options: ScriptOptions): ScriptOutcome {
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: options.cwd,
    encoding: 'utf8',
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
    timeout: limitMs,
    killSignal: 'SIGKILL',
  })
  if (error !== undefined)
    throw new Error(`${args.join(' ')}: ${error.message}\nstdout: ${stdout}\nstderr: ${stderr}`)
  return { code: status, out: stdout, error: stderr }
}

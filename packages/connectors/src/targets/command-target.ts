import { spawn, type ChildProcess } from 'node:child_process'
import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target, type TargetRequest } from '@assay/core'
import { decodeAnswer } from './decode-answer.ts'
import { givenByConfiguration } from './given-by-configuration.ts'
import { measureAnswer, type AnswerParts } from './measure-answer.ts'
import type { TargetDependencies } from './target-dependencies.ts'

export type CommandTargetConfiguration = Extract<TargetConfiguration, { kind: 'command' }>

/**
 * A shell command, run once a question in the configuration's folder. It reads one JSON object on standard input and
 * writes the answer, as a JSON object or as plain text, to standard output.
 */
export function createCommandTarget(
  configuration: CommandTargetConfiguration,
  deps: TargetDependencies,
): Result<Target> {
  const where = configuration.command
  const running = new Set<ChildProcess>()
  const given = givenByConfiguration(configuration)
  return ok({
    name: configuration.name ?? deps.name,
    kind: 'command',
    version: configuration.version ?? null,
    ask: (request, { signal }) =>
      measureAnswer({ signal, where, toError: (cause) => failed(where, String(cause)) }, () =>
        runCommand({ command: where, folder: deps.folder, running, given }, request, signal),
      ),
    close: () => {
      for (const child of running) killTree(child)
      return Promise.resolve()
    },
  })
}

interface Command {
  readonly command: string
  readonly folder: string
  readonly running: Set<ChildProcess>
  readonly given: ReturnType<typeof givenByConfiguration>
}

async function runCommand(
  { command, folder, running, given }: Command,
  request: TargetRequest,
  signal: AbortSignal,
): Promise<Result<AnswerParts>> {
  // Its own process group, so that an abort also ends what the shell started.
  const child = spawn(command, { shell: true, cwd: folder, detached: process.platform !== 'win32' })
  const onAbort = () => killTree(child)
  signal.addEventListener('abort', onAbort, { once: true })
  running.add(child)
  try {
    const output = await collectOutput(child, JSON.stringify({ ...given, ...toInput(request) }))
    if (output.exitCode !== 0)
      return fail(failed(`${command} · exit code ${output.exitCode}`, output.stderr || output.stdout))
    return decodeOutput(output.stdout, command)
  } finally {
    running.delete(child)
    signal.removeEventListener('abort', onAbort)
  }
}

const toInput = ({ question, history, threadId, caseId, repeat }: TargetRequest) => ({
  question,
  history,
  messages: [...history, { role: 'user', content: question }],
  threadId,
  caseId,
  repeat,
})

interface Output {
  readonly exitCode: number | string
  readonly stdout: string
  readonly stderr: string
}

function collectOutput(child: ChildProcess, input: string): Promise<Output> {
  const { promise, resolve, reject } = Promise.withResolvers<Output>()
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

function decodeOutput(stdout: string, where: string): Result<AnswerParts> {
  const text = stdout.trim()
  if (!text.startsWith('{')) return ok({ text })
  try {
    return decodeAnswer(JSON.parse(text), where)
  } catch {
    return ok({ text })
  }
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

const failed = (where: string, detail: string) =>
  createError('ASSAY-4003', { where, ...(detail === '' ? {} : { detail: detail.slice(-2000) }) })

import { spawn, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { createError, fail, ok, type Result } from '@assay/core'
import type { AssayError } from '@assay/contracts'
import * as z from 'zod'

export interface LineCommand {
  readonly command: string
  readonly arguments: readonly string[]
  readonly folder: string
  /** Absent: this process's own. */
  readonly env?: Readonly<Record<string, string>>
  /** `pipe`: file descriptor 3 carries both directions, and whatever is printed is only kept for errors. */
  readonly channel: 'standard' | 'pipe'
  /** A program may end while it stands idle. */
  readonly isBackground?: boolean
  /** What runs, for errors: `file.py:answer`. */
  readonly where: string
  /** What raises, for errors: `The target`. */
  readonly subject: string
  readonly codes: Readonly<Record<'start' | 'call', AssayError['code']>>
}

/**
 * A process that reads `{id, …}` a line and writes `{ready}` or `{failed: trace}` once, then `{id, answer}` or
 * `{id, error, trace}`. A line of another form is left out.
 */
export interface LineProcess {
  readonly pid: number | undefined
  /** The answer as plain JSON. Fails with the code for calls on an exception or when the process ends. */
  call(request: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Result<unknown>>
  /** False once the process has ended. */
  isAlive(): boolean
  close(): Promise<void>
}

const messageSchema = z.object({
  ready: z.literal(true).optional(),
  failed: z.string().optional(),
  id: z.number().optional(),
  answer: z.unknown().optional(),
  error: z.string().optional(),
  trace: z.string().optional(),
})
type Message = z.infer<typeof messageSchema>

/** Starts the process and waits until it is ready. Fails with the code for starts; `signal` gives it up. */
export async function startLineProcess(
  command: LineCommand,
  signal?: AbortSignal,
): Promise<Result<LineProcess>> {
  const child = spawn(command.command, command.arguments, {
    cwd: command.folder,
    ...(command.env === undefined ? {} : { env: command.env }),
    stdio: command.channel === 'pipe' ? ['ignore', 'pipe', 'pipe', 'pipe'] : 'pipe',
  })
  const process = watchProcess(child, command)
  const giveUp = () => void process.close()
  signal?.addEventListener('abort', giveUp, { once: true })
  const problem = await process.ready
  signal?.removeEventListener('abort', giveUp)
  return problem === null ? ok(process) : fail(createError(command.codes.start, problem))
}

interface Problem {
  readonly where: string
  readonly detail: string
}

function watchProcess(child: ChildProcess, command: LineCommand) {
  const { where, codes } = command
  const ready = Promise.withResolvers<Problem | null>()
  const waiting = new Map<number, (outcome: Result<unknown>) => void>()
  const { input, output, printed } = openStreams(child, command)
  let alive = true
  let nextId = 1
  const closed = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      alive = false
      const problem = { where: `${where} · ${reason}`, detail: printed() }
      ready.resolve(problem)
      for (const settle of waiting.values()) settle(fail(createError(codes.call, problem)))
      waiting.clear()
      resolve()
    }
    child.on('error', (cause) => end(`${command.command} could not be started: ${cause.message}`))
    child.on('close', (code, signal) => end(`the process ended with ${signal ?? `exit code ${code}`}`))
  })
  const read = (message: Message) => {
    if (message.ready) ready.resolve(null)
    if (message.failed !== undefined) ready.resolve({ where, detail: message.failed.slice(-2000) })
    if (message.id === undefined) return
    waiting.get(message.id)?.(toOutcome(message, command))
    waiting.delete(message.id)
  }
  if (output !== null)
    createInterface({ input: output })
      .on('line', (line) => {
        const message = parseMessage(line)
        if (message !== null) read(message)
      })
      .on('error', () => null)
  const write = (message: unknown) => input?.write(`${JSON.stringify(message)}\n`)
  return {
    ready: ready.promise,
    pid: child.pid,
    isAlive: () => alive,
    call(request: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Result<unknown>> {
      const id = nextId
      nextId += 1
      const { promise, resolve } = Promise.withResolvers<Result<unknown>>()
      if (!alive) return Promise.resolve(fail(createError(codes.call, { where, detail: printed() })))
      waiting.set(id, resolve)
      const cancel = () => {
        if (waiting.delete(id)) write({ cancel: id })
      }
      signal.addEventListener('abort', cancel, { once: true })
      write({ ...request, id })
      return promise.finally(() => signal.removeEventListener('abort', cancel))
    },
    async close(): Promise<void> {
      // One that stood idle must keep the program alive until its end is told, which comes after the end of its streams.
      child.ref()
      for (const stream of child.stdio) if (stream instanceof Socket) stream.ref()
      if (alive) child.kill('SIGKILL')
      await closed
    },
  }
}

interface Streams {
  readonly input: Writable | null
  readonly output: Readable | null
  /** The last 2,000 characters that the process printed. */
  readonly printed: () => string
}

function openStreams(child: ChildProcess, { channel, isBackground = false }: LineCommand): Streams {
  const { stdin, stdout, stderr } = child
  const pipe = child.stdio[3]
  const isPipe = channel === 'pipe' && pipe instanceof Socket
  if (isBackground) {
    child.unref()
    for (const stream of child.stdio) if (stream instanceof Socket) stream.unref()
  }
  const input = isPipe ? pipe : stdin
  // A process that is gone closes its pipe; its end is told by `close`.
  input?.on('error', () => null)
  return {
    input,
    output: isPipe ? pipe : stdout,
    printed: keepTail(isPipe ? [stdout, stderr] : [stderr]),
  }
}

function keepTail(streams: readonly (Readable | null)[]): () => string {
  let tail = ''
  for (const stream of streams)
    stream?.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString('utf8')).slice(-2000)
    })
  return () => tail
}

function parseMessage(line: string): Message | null {
  try {
    return messageSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

function toOutcome(
  { answer, error, trace }: Message,
  { where, subject, codes }: LineCommand,
): Result<unknown> {
  if (error === undefined) return ok(answer)
  // The end of a trace names the exception and the line that raised it.
  return fail(
    createError(codes.call, {
      where,
      message: `${subject} raised ${error}`.slice(0, 300),
      detail: (trace ?? '').slice(-2000),
    }),
  )
}

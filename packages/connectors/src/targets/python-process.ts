import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createError, fail, ok, type Result } from '@assay/core'
import * as z from 'zod'

const runner = fileURLToPath(new URL('./python-runner.py', import.meta.url))

export interface PythonFunction {
  readonly python: string
  /** Absolute. */
  readonly file: string
  readonly name: string
  readonly folder: string
  /** Questions that run at one time. */
  readonly threads: number
}

/** A running Python function. */
export interface PythonProcess {
  /** What the function returned, as plain JSON. Fails with ASSAY-4003 on an exception or when the process ends. */
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

/** Starts the process and loads the function. Fails with ASSAY-4006 and the trace when that does not work. */
export async function startPythonProcess(code: PythonFunction): Promise<Result<PythonProcess>> {
  const child = spawn(code.python, ['-u', runner, code.file, code.name, String(code.threads)], {
    cwd: code.folder,
  })
  const process = watchProcess(child, code)
  const problem = await process.ready
  return problem === null ? ok(process) : fail(createError('ASSAY-4006', problem))
}

interface Problem {
  readonly where: string
  readonly detail: string
}

function watchProcess(child: ChildProcess, { python, file, name }: PythonFunction) {
  const where = `${file}:${name}`
  const ready = Promise.withResolvers<Problem | null>()
  const waiting = new Map<number, (outcome: Result<unknown>) => void>()
  const printed = keepTail(child)
  let alive = true
  let nextId = 1
  const closed = new Promise<void>((resolve) => {
    const end = (reason: string) => {
      alive = false
      const problem = { where: `${where} · ${reason}`, detail: printed() }
      ready.resolve(problem)
      for (const settle of waiting.values()) settle(fail(createError('ASSAY-4003', problem)))
      waiting.clear()
      resolve()
    }
    child.on('error', (cause) => end(`${python} could not be started: ${cause.message}`))
    child.on('close', (code, signal) => end(`the process ended with ${signal ?? `exit code ${code}`}`))
  })
  child.stdin?.on('error', () => null)
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = messageSchema.parse(JSON.parse(line))
      if (message.ready) ready.resolve(null)
      if (message.failed !== undefined) ready.resolve({ where, detail: message.failed.slice(-2000) })
      if (message.id === undefined) return
      waiting.get(message.id)?.(toOutcome(message, where))
      waiting.delete(message.id)
    })
  const write = (message: unknown) => child.stdin?.write(`${JSON.stringify(message)}\n`)
  return {
    ready: ready.promise,
    isAlive: () => alive,
    call(request: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Result<unknown>> {
      const id = nextId
      nextId += 1
      const { promise, resolve } = Promise.withResolvers<Result<unknown>>()
      if (!alive) return Promise.resolve(fail(createError('ASSAY-4003', { where, detail: printed() })))
      waiting.set(id, resolve)
      const cancel = () => {
        if (waiting.delete(id)) write({ cancel: id })
      }
      signal.addEventListener('abort', cancel, { once: true })
      write({ ...request, id })
      return promise.finally(() => signal.removeEventListener('abort', cancel))
    },
    async close(): Promise<void> {
      if (alive) child.kill('SIGKILL')
      await closed
    },
  }
}

function toOutcome({ answer, error, trace }: Message, where: string): Result<unknown> {
  if (error === undefined) return ok(answer)
  // The end of a trace names the exception and the line that raised it.
  return fail(
    createError('ASSAY-4003', {
      where,
      message: `The target raised ${error}`.slice(0, 300),
      detail: (trace ?? '').slice(-2000),
    }),
  )
}

/** The last 2,000 characters that the process printed. */
function keepTail(child: ChildProcess): () => string {
  let tail = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-2000)
  })
  return () => tail
}

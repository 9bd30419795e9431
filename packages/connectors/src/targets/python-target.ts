import { existsSync } from 'node:fs'
import path from 'node:path'
import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target } from '@assay/core'
import { decodeAnswer } from './decode-answer.ts'
import { givenByConfiguration } from './given-by-configuration.ts'
import { measureAnswer } from './measure-answer.ts'
import { startPythonProcess, type PythonFunction, type PythonProcess } from './python-process.ts'
import type { TargetDependencies } from './target-dependencies.ts'

export type PythonTargetConfiguration = Extract<TargetConfiguration, { kind: 'python' }>

/** Questions at once when the configuration does not say. */
const defaultThreads = 16

/**
 * A Python function (`file.py:function`) in a process of its own: `f(question)` or `f(question, history)`, sync or
 * async. Fails with ASSAY-4006 when it cannot be loaded. After a crash the process is started again for the next
 * question; two crashes without an answer between them end the target.
 */
export async function createPythonTarget(
  configuration: PythonTargetConfiguration,
  deps: TargetDependencies,
): Promise<Result<Target>> {
  const code = parseFunction(configuration, deps.folder)
  if (!code.ok) return code
  const processes = await keepRunning(code.value)
  if (!processes.ok) return processes
  const where = configuration.function
  const given = givenByConfiguration(configuration)
  const toError = (cause: unknown) => createError('ASSAY-4003', { where, detail: String(cause) })
  return ok({
    name: configuration.name ?? deps.name,
    kind: 'python',
    version: configuration.version ?? null,
    ask: ({ question, history, threadId }, { signal }) =>
      measureAnswer({ signal, where, toError }, async () => {
        const value = await processes.value.call({ ...given, question, history, threadId }, signal)
        return value.ok ? decodeAnswer(value.value, where) : value
      }),
    close: () => processes.value.close(),
  })
}

/** Splits at the last colon, since a Windows path holds one too. */
function parseFunction(configuration: PythonTargetConfiguration, folder: string): Result<PythonFunction> {
  const colon = configuration.function.lastIndexOf(':')
  const file = path.resolve(folder, configuration.function.slice(0, Math.max(colon, 0)))
  const name = configuration.function.slice(colon + 1)
  if (colon === -1 || !/^[A-Za-z_][\w.]*$/.test(name))
    return notSetUp(configuration.function, 'write it as file.py:function')
  if (!existsSync(file)) return notSetUp(file, 'the file does not exist')
  const threads = configuration.limits?.concurrency ?? defaultThreads
  return ok({ python: configuration.python, file, name, folder, threads })
}

const notSetUp = (where: string, fix: string): Result<never> =>
  fail(createError('ASSAY-4006', { where, fix }))

async function keepRunning(code: PythonFunction): Promise<Result<Omit<PythonProcess, 'isAlive'>>> {
  let current = await startPythonProcess(code)
  if (!current.ok) return current
  let restarting: Promise<Result<PythonProcess>> | null = null
  let answered = true
  let closed = false
  const restart = () => {
    if (!answered) return Promise.resolve(current)
    answered = false
    return startPythonProcess(code)
  }
  const alive = async (): Promise<Result<PythonProcess>> => {
    if (closed || (current.ok && current.value.isAlive())) return current
    restarting ??= restart().finally(() => (restarting = null))
    return (current = await restarting)
  }
  return ok({
    async call(request, signal) {
      const process = await alive()
      if (!process.ok) return process
      const result = await process.value.call(request, signal)
      if (process.value.isAlive()) answered = true
      return result
    },
    close: async () => {
      closed = true
      if (current.ok) await current.value.close()
    },
  })
}

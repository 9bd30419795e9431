import { createError, fail, ok, type Result, type UserCodeRequest } from '@assay/core'
import type { LineProcess } from '../processes/line-process.ts'
import { describeProcess } from './describe-process.ts'
import { limitProcess } from './limit-process.ts'
import { locateFunction } from './locate-function.ts'
import type { ProcessPool } from './process-pool.ts'
import { startUserProcess } from './start-user-process.ts'
import type { UserCodeDependencies } from './user-code-dependencies.ts'

interface FunctionDependencies extends Pick<UserCodeDependencies, 'folder' | 'env' | 'python'> {
  readonly pool: ProcessPool
}

/** One call in a process that is ended when it takes too long or too much; the next call gets a new one. */
export async function callFunction(
  request: UserCodeRequest,
  signal: AbortSignal,
  deps: FunctionDependencies,
): Promise<Result<unknown>> {
  const code = locateFunction(request.where, deps.folder)
  if (!code.ok) return code
  const { file, modifiedMs, name } = code.value
  const key = { file: `${file} ${request.memoryMb}`, version: String(modifiedMs) }
  const program = describeProcess(code.value, request.memoryMb, deps)
  return deps.pool.use(
    key,
    () => startUserProcess(program, signal),
    (process) => callWithin(process, { ...request, name }, signal),
  )
}

async function callWithin(
  process: LineProcess,
  { name, where, input, timeoutMs, memoryMb }: UserCodeRequest & { readonly name: string },
  signal: AbortSignal,
): Promise<Result<unknown>> {
  const limit = limitProcess(process, { timeoutMs, memoryMb, signal })
  try {
    const outcome = await Promise.race([process.call({ function: name, input }, signal), limit.exceeded])
    if (typeof outcome !== 'string') return outcome.ok ? ok(outcome.value) : nameMemory(outcome, memoryMb)
    await process.close()
    if (outcome === 'aborted') return fail(createError('ASSAY-6006', { where }))
    const message = outcome === 'time' ? `Your code took longer than ${timeoutMs} ms` : tookTooMuch(memoryMb)
    const fix = `mend it, or raise ${outcome === 'time' ? 'timeoutMs' : 'memoryMb'}`
    return fail(createError('ASSAY-7013', { where, message, fix }))
  } finally {
    limit.stop()
  }
}

const tookTooMuch = (memoryMb: number) => `Your code took more than ${memoryMb} MB of memory`

/** What the runtimes say when their own limit ends them. */
const outOfMemory = /heap out of memory|MemoryError/

function nameMemory(outcome: Extract<Result<unknown>, { ok: false }>, memoryMb: number): Result<never> {
  const { error } = outcome
  if (!outOfMemory.test(`${error.message} ${error.detail}`)) return outcome
  return fail({ ...error, message: tookTooMuch(memoryMb), fix: 'mend it, or raise memoryMb' })
}

import { createError, fail, ok, type Result, type UserCodeRequest } from '@assay/core'
import { runShell } from '../processes/run-shell.ts'
import { pickEnvironment } from './describe-process.ts'
import type { UserCodeDependencies } from './user-code-dependencies.ts'

const prefix = 'command:'

export const isCommand = (where: string): boolean => where.startsWith(prefix)

/**
 * A command of the shell, run once in the project folder: it reads one JSON object on standard input and answers with JSON
 * on standard output. It sees no secret of the environment. Fails with ASSAY-7013 when it ends with another code than 0,
 * takes too long or writes no JSON.
 */
export async function callCommand(
  { where, input, timeoutMs }: UserCodeRequest,
  signal: AbortSignal,
  { folder, env }: Pick<UserCodeDependencies, 'folder' | 'env'>,
): Promise<Result<unknown>> {
  const command = where.slice(prefix.length).trim()
  const broken = (message: string, detail: string) =>
    fail(
      createError('ASSAY-7013', {
        where,
        message,
        ...(detail === '' ? {} : { detail: detail.slice(-2000) }),
      }),
    )
  const timeout = AbortSignal.timeout(timeoutMs)
  const request = { command, folder, env: pickEnvironment(env), input: JSON.stringify(input) }
  try {
    const { exitCode, stdout, stderr } = await runShell(request, AbortSignal.any([timeout, signal]))
    if (signal.aborted) return fail(createError('ASSAY-6006', { where }))
    if (timeout.aborted) return broken(`The command took longer than ${timeoutMs} ms`, stderr)
    if (exitCode !== 0) return broken(`The command ended with ${exitCode}`, stderr || stdout)
    return parseReply(stdout) ?? broken('The command did not answer with JSON', stdout)
  } catch (cause) {
    return broken('The command could not be started', String(cause))
  }
}

function parseReply(text: string): Result<unknown> | null {
  try {
    return ok(JSON.parse(text))
  } catch {
    return null
  }
}

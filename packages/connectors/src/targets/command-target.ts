import type { TargetConfiguration } from '@assay/contracts'
import { createError, fail, ok, type Result, type Target, type TargetRequest } from '@assay/core'
import { runShell } from '../processes/run-shell.ts'
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
  const closed = new AbortController()
  const given = givenByConfiguration(configuration)
  return ok({
    name: configuration.name ?? deps.name,
    kind: 'command',
    version: configuration.version ?? null,
    ask: (request, { signal }) =>
      measureAnswer({ signal, where, toError: (cause) => failed(where, String(cause)) }, () =>
        askCommand(
          { command: where, folder: deps.folder, given },
          request,
          AbortSignal.any([signal, closed.signal]),
        ),
      ),
    close: async () => closed.abort(),
  })
}

interface Command {
  readonly command: string
  readonly folder: string
  readonly given: ReturnType<typeof givenByConfiguration>
}

async function askCommand(
  { command, folder, given }: Command,
  request: TargetRequest,
  signal: AbortSignal,
): Promise<Result<AnswerParts>> {
  const input = JSON.stringify({ ...given, ...toInput(request) })
  const { exitCode, stdout, stderr } = await runShell({ command, folder, input }, signal)
  if (exitCode !== 0) return fail(failed(`${command} · exit code ${exitCode}`, stderr || stdout))
  return decodeOutput(stdout, command)
}

const toInput = ({ question, history, threadId, caseId, repeat }: TargetRequest) => ({
  question,
  history,
  messages: [...history, { role: 'user', content: question }],
  threadId,
  caseId,
  repeat,
})

function decodeOutput(stdout: string, where: string): Result<AnswerParts> {
  const text = stdout.trim()
  if (!text.startsWith('{')) return ok({ text })
  try {
    return decodeAnswer(JSON.parse(text), where)
  } catch {
    return ok({ text })
  }
}

const failed = (where: string, detail: string) =>
  createError('ASSAY-4003', { where, ...(detail === '' ? {} : { detail: detail.slice(-2000) }) })

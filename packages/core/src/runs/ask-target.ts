import type { AttemptRow, TargetAnswer } from '@assay/contracts'
import { createError } from '../errors/create-error.ts'
import type { Target, TargetRequest } from '../ports/target.ts'
import type { Result } from '../result.ts'
import { callWithRetry } from './retry.ts'
import type { RunMachinery } from './run-machinery.ts'
import { withTimeout } from './with-timeout.ts'

/** Asks, and records what came of it before it returns. An interruption is not recorded: the question is asked again. */
export async function askTarget(
  machinery: RunMachinery,
  unit: string,
  { target, request }: { readonly target: Target; readonly request: TargetRequest },
): Promise<Result<TargetAnswer>> {
  const { clock, random } = machinery.ports
  const { limiter, timeoutMs } = machinery.target(target.name)
  const { abort, maxTries, retries } = machinery
  const timeout = { clock, timeoutMs, abort, timedOut: () => timedOut(target.name, timeoutMs) }
  const at = new Date(clock.now()).toISOString()
  const { result, tries } = await callWithRetry(
    { clock, random, limiter, abort, maxTries, budget: retries, tokens: 0 },
    () => withTimeout(timeout, (signal) => target.ask(request, { signal })),
    usedTokens,
  )
  if (!result.ok && result.error.code === 'ASSAY-6006') return result
  const row: AttemptRow = {
    unit,
    caseId: request.caseId,
    repeat: request.repeat,
    at,
    tries,
    answer: result.ok ? result.value : null,
    error: result.ok ? null : result.error,
  }
  await machinery.store.append('attempts', row)
  return result
}

const timedOut = (name: string, timeoutMs: number) =>
  createError('ASSAY-4002', { where: `${name}: no answer within ${timeoutMs / 1000} s` })

const usedTokens = ({ usage }: TargetAnswer): number => (usage?.input ?? 0) + (usage?.output ?? 0)

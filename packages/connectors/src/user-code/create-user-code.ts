import type { UserCode } from '@assay/core'
import { callCommand, isCommand } from './call-command.ts'
import { callFunction } from './call-function.ts'
import { callWebhook } from './call-webhook.ts'
import { createProcessPool } from './process-pool.ts'
import type { UserCodeDependencies } from './user-code-dependencies.ts'

/**
 * Runs users' functions in processes of their own, kept warm a file and used for one call at a time, runs their commands and
 * asks their webhooks. Fails with ASSAY-7013 when they break, 1005 when a header's variable is not set, 6006 when given up.
 */
export function createUserCode(deps: UserCodeDependencies): UserCode & { close(): Promise<void> } {
  const pool = createProcessPool(deps.processesPerFile)
  return {
    call(request, signal) {
      if (isCommand(request.where)) return callCommand(request, signal, deps)
      return /^https?:\/\//.test(request.where)
        ? callWebhook(request, signal, deps)
        : callFunction(request, signal, { ...deps, pool })
    },
    close: () => pool.close(),
  }
}

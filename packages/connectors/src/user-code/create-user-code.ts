import type { UserCode } from '@assay/core'
import { callFunction } from './call-function.ts'
import { callWebhook } from './call-webhook.ts'
import { createProcessPool } from './process-pool.ts'
import type { UserCodeDependencies } from './user-code-dependencies.ts'

/**
 * Runs users' functions in processes of their own, kept warm a file and used for one call at a time, and asks their
 * webhooks. Fails with ASSAY-7013 when they break, 1005 when a header's variable is not set, 6006 when given up.
 */
export function createUserCode(deps: UserCodeDependencies): UserCode & { close(): Promise<void> } {
  const pool = createProcessPool(deps.processesPerFile)
  return {
    call: (request, signal) =>
      /^https?:\/\//.test(request.where)
        ? callWebhook(request, signal, deps)
        : callFunction(request, signal, { ...deps, pool }),
    close: () => pool.close(),
  }
}

import { isRetryable, ok, type LanguageModel, type ModelCaller } from '@assay/core'
import type { Workspace } from '../workspace.ts'

const TRIES = 3
const WAIT_MS = 2000

/** A model for the few calls of a command that is no run: each is tried three times at most. */
export const createDirectCaller = (
  model: LanguageModel,
  { clock }: Pick<Workspace, 'clock'>,
  signal: AbortSignal,
): ModelCaller => ({
  id: model.id,
  async call(request) {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await model.generate(request, { signal })
      if (reply.ok) return ok(reply.value)
      if (attempt >= TRIES || !isRetryable(reply.error) || signal.aborted) return reply
      await clock.sleep(reply.error.retryAfterMs ?? attempt * WAIT_MS, signal)
    }
  },
})

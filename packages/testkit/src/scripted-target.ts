import type { TargetAnswer } from '@assay/contracts'
import { ok, type Result, type Target, type TargetRequest } from '@assay/core'

export interface ScriptedTarget extends Target {
  /** Every request, in order. */
  readonly requests: readonly TargetRequest[]
}

type TargetReply = string | Result<TargetAnswer>
type TargetScript = (request: TargetRequest, nth: number) => TargetReply | Promise<TargetReply>

/** A target that answers by a function of the request and of how often its case was asked, this time included. */
export function createScriptedTarget(script: TargetScript, name = 'scripted'): ScriptedTarget {
  const requests: TargetRequest[] = []
  return {
    name,
    kind: 'module',
    version: null,
    requests,
    ask: async (request) => {
      requests.push(request)
      const nth = requests.filter((one) => one.caseId === request.caseId).length
      const reply = await script(request, nth)
      return typeof reply === 'string' ? ok({ text: reply, latencyMs: 1 }) : reply
    },
    close: async () => {},
  }
}

import type { ChatMessage, TargetAnswer } from '@assay/contracts'
import type { Result } from '../result.ts'

export interface TargetRequest {
  readonly question: string
  /** Messages before the question; empty for the first. */
  readonly history: readonly ChatMessage[]
  /** A fresh one for every attempt: stateful targets keep their conversation by it. */
  readonly threadId: string
  readonly caseId: string
  readonly repeat: number
}

/** A system under test. One `ask` is one attempt: no retry. Fails with ASSAY-4001 to 4007. */
export interface Target {
  readonly name: string
  readonly kind: string
  readonly version: string | null
  ask(request: TargetRequest, options: { readonly signal: AbortSignal }): Promise<Result<TargetAnswer>>
  /** Ends processes and connections. Safe to call twice. */
  close(): Promise<void>
}

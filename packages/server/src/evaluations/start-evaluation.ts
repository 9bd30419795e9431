import type { Evaluation } from '@assay/contracts/hub'
import type { Result } from '@assay/core'
import { actorOf, type HandlerContext } from '../hub.ts'
import { InvalidRequest } from '../http/read-request.ts'
import { findOrderFaults, type JudgingOrder } from './find-order-faults.ts'
import { makeEvaluation, type EvaluationRequest } from './make-evaluation.ts'
import { publishEvaluation } from './publish-evaluation.ts'

/**
 * Makes an evaluation in the request's transaction; a worker of the hub does it. Fails as `makeEvaluation`. Throws
 * `InvalidRequest` for a gate or a judge that cannot be read.
 */
export async function startEvaluation(
  context: Pick<HandlerContext, 'hub' | 'control' | 'caller' | 'at' | 'afterCommit'>,
  projectId: string,
  request: EvaluationRequest,
): Promise<Result<Evaluation>> {
  const { hub, control, at } = context
  requireReadable(request)
  const { clock, random, settings } = hub
  const made = await makeEvaluation(
    { control, clock, random, settings },
    { projectId, request, by: actorOf(context).id, at, scheduleId: null },
  )
  if (!made.ok) return made
  const { id } = made.value
  context.afterCommit(async () => {
    await hub.jobs.queueEvaluation(id)
    await publishEvaluation(hub, id)
  })
  return made
}

/** Throws `InvalidRequest`. */
export function requireReadable(order: JudgingOrder): void {
  const faults = findOrderFaults(order)
  if (faults.length > 0) throw new InvalidRequest(faults)
}

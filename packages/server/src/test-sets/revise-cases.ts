import type { HubTestSet } from '@assay/contracts/hub'
import { ok, type Result } from '@assay/core'
import { reviseTestSet, tidyAfter, type OpenVersion, type Revised } from '@assay/storage/postgres'
import { actorOf, type HandlerContext } from '../hub.ts'
import { reopenForTestSet } from '../reviews/reopen-reviews.ts'

type SetOf = Pick<HubTestSet, 'id' | 'projectId'>

/**
 * Makes the next version of a set's cases by `write`, with the caller as who made it; reviews that rest on the set are decided
 * anew, and readers are told once it holds. Writes no audit entry.
 */
export async function reviseCases(
  context: HandlerContext,
  { id, projectId }: SetOf,
  note: string,
  write: (open: OpenVersion) => Promise<Result<void>>,
): Promise<Result<Revised>> {
  const { hub, control, at } = context
  const revised = await reviseTestSet(control, id, { by: actorOf(context).id, at, note }, write)
  if (!revised.ok || revised.value.version === revised.value.before) return revised
  await reopenForTestSet(context, { projectId, testSetId: id })
  context.afterCommit(() => {
    hub.events.publish(projectId, { kind: 'test-set', id })
    // Nobody waits for it, and the change holds whether it succeeds or not.
    void tidyAfter(hub.control, revised.value).catch(() => undefined)
  })
  return ok(revised.value)
}

/** What the audit log keeps of a version: who made it and when stands in the entry. */
export const auditRevised = (
  context: Pick<HandlerContext, 'audit'>,
  { id, name }: Pick<HubTestSet, 'id' | 'name'>,
  { before, version, added, changed, removed }: Revised,
): void =>
  context.audit({
    kind: 'test-set',
    id,
    name,
    before: { version: before },
    after: { version, ...(version !== before && { added, changed, removed }) },
  })

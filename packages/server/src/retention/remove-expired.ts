import { removeRunFacts } from '@assay/storage/clickhouse'
import {
  appendAudit,
  deleteExpiredKeys,
  deleteExpiredSessions,
  deleteOldIdempotencyKeys,
  listDueRemovals,
  listOverdueEvaluations,
  markRowsRemoved,
  noteRowsGone,
  type OverdueEvaluation,
} from '@assay/storage/postgres'
import { inTurn } from '../backup/in-turn.ts'
import type { Hub } from '../hub.ts'

export type RetentionParts = Pick<Hub, 'control' | 'facts' | 'clock'>

const hourMs = 3_600_000
/** An answer is kept for a repeated request for a day. */
const idempotencyMs = 24 * hourMs
/** Expired keys and invitations are shown in their lists for so long. */
const expiredMs = 30 * 24 * hourMs
const atOnce = 100

export interface Removed {
  /** Evaluations whose rows were removed. */
  readonly evaluations: number
  readonly idempotencyKeys: number
  readonly apiKeys: number
  readonly invitations: number
  /** And one-time codes. */
  readonly sessions: number
}

/**
 * Takes away what is kept no longer: rows of evaluations older than their project says, answers for repeated requests, keys
 * and invitations that expired. The evaluation, its figures and what people said of it stay.
 */
export const removeExpired = (parts: RetentionParts): Promise<Removed> =>
  inTurn(parts.facts, async (signal) => {
    const evaluations = await removeOverdue(parts, signal)
    return { evaluations, ...(await removeKeys(parts)) }
  })

async function removeOverdue(parts: RetentionParts, signal: AbortSignal): Promise<number> {
  let removed = 0
  // Those that a death kept from being finished come first.
  await removeDueFacts(parts, signal)
  for (;;) {
    const overdue = await listOverdueEvaluations(parts.control, { at: nowOf(parts), limit: atOnce })
    let marked = 0
    for (const evaluation of overdue) {
      signal.throwIfAborted()
      if (await mark(parts, evaluation)) marked += 1
    }
    await removeDueFacts(parts, signal)
    removed += marked
    if (marked === 0) return removed
  }
}

/** The mark and its audit entry hold together. */
function mark({ control, clock }: RetentionParts, evaluation: OverdueEvaluation): Promise<boolean> {
  const { id, projectId, name, retentionDays } = evaluation
  const at = nowOf({ clock })
  return control.transaction().execute(async (transaction) => {
    if (!(await markRowsRemoved(transaction, id, at))) return false
    await appendAudit(transaction, {
      at,
      by: null,
      action: 'removeRows',
      projectId,
      subject: { kind: 'evaluation', id, name },
      changes: [
        { pointer: '/rowsRemovedAt', after: at },
        { pointer: '/retentionDays', after: retentionDays },
      ],
      address: null,
      key: null,
    })
    return true
  })
}

async function removeDueFacts({ control, facts }: RetentionParts, signal: AbortSignal): Promise<void> {
  for (const { id, projectId } of await listDueRemovals(control)) {
    signal.throwIfAborted()
    await removeRunFacts(facts, { projectId, runId: id })
    await noteRowsGone(control, id)
  }
}

async function removeKeys({ control, clock }: RetentionParts): Promise<Omit<Removed, 'evaluations'>> {
  const now = clock.now()
  const at = new Date(now).toISOString()
  return control.transaction().execute(async (transaction) => {
    const idempotencyKeys = await deleteOldIdempotencyKeys(
      transaction,
      new Date(now - idempotencyMs).toISOString(),
    )
    const expired = await deleteExpiredKeys(transaction, new Date(now - expiredMs).toISOString())
    const sessions = await deleteExpiredSessions(transaction, at)
    const removed = { idempotencyKeys, ...expired, sessions }
    if (Object.values(removed).some((count) => count > 0))
      await appendAudit(transaction, {
        at,
        by: null,
        action: 'removeExpired',
        projectId: null,
        subject: { kind: 'hub', id: 'retention', name: null },
        changes: Object.entries(removed).map(([name, count]) => ({ pointer: `/${name}`, after: count })),
        address: null,
        key: null,
      })
    return removed
  })
}

const nowOf = ({ clock }: Pick<RetentionParts, 'clock'>): string => new Date(clock.now()).toISOString()

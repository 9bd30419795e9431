import type { EndpointRequest, annotationEndpoints } from '@assay/contracts/hub'
import { createError, fail, ok, type Result } from '@assay/core'
import { createId } from '@assay/core/runs'
import {
  deleteLabel,
  listLabellers,
  listLabels,
  listLabelsOfRow,
  putLabel,
  readEvaluation,
  readQueue,
  readQueueRow,
  type StoredLabel,
  type StoredQueue,
} from '@assay/storage/postgres'
import { describeQueueRow } from '../annotations/describe-queue-row.ts'
import { isLabeller } from '../annotations/is-labeller.ts'
import { followLabel } from '../annotations/refresh-correction.ts'
import { nameLabellers, toJudgeLabel } from '../annotations/to-judge-label.ts'
import { actorOf, type Handlers, type Hub } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

export const labelHandlers: Handlers<'labelQueueRow' | 'listLabels'> = {
  async labelQueueRow({ params, body }, context) {
    const { hub, control, at } = context
    const { projectId, queueId, rowId } = params
    const queue = await readQueue(control, projectId, queueId)
    const row = queue === null ? null : await readQueueRow(control, queueId, rowId)
    if (queue === null || row === null) return notThere(queue === null ? queueId : rowId)
    const personId = actorOf(context).id
    const labels = await listLabelsOfRow(control, rowId)
    const allowed = mayLabel(queue, labels, { ...body, personId })
    if (!allowed.ok) return allowed
    const { outcome, note, adjudicates } = body
    const key = { rowId, labellerId: personId, adjudicates }
    if (outcome === null) await deleteLabel(control, key)
    else
      await putLabel(control, {
        ...key,
        id: createId(hub.clock, hub.random),
        projectId,
        evaluationId: queue.evaluationId,
        outcome,
        note,
        at,
      })
    const own = labels.find((label) => label.by.id === personId && label.adjudicates === adjudicates)
    context.audit({
      kind: 'label',
      id: rowId,
      name: row.ground.caseId,
      before: own === undefined ? null : { outcome: own.outcome, note: own.note, adjudicates },
      after: outcome === null ? null : { outcome, note, adjudicates },
    })
    context.afterCommit(() => tellLabelled(hub, queue))
    return describeQueueRow({ control, facts: hub.facts }, { queue, row, personId, adjudicate: adjudicates })
  },
  async listLabels({ params, query }, { control }) {
    const evaluation = await readEvaluation(control, query.evaluationId)
    if (evaluation === null || evaluation.projectId !== params.projectId) return notThere(query.evaluationId)
    const page = await listLabels(control, query)
    if (!page.ok) return page
    const nameOf = nameLabellers(await listLabellers(control, query.evaluationId))
    const items = page.value.items.map((label) => ({
      id: label.id,
      label: toJudgeLabel(label, nameOf),
      by: label.by,
      adjudicates: label.adjudicates,
    }))
    return ok({ ...page.value, items })
  },
}

type LabelBody = EndpointRequest<(typeof annotationEndpoints)['labelQueueRow']>['body'] & {
  readonly personId: string
}

/** Only named labellers label; only where labels differ, or somebody settled it, there is something to settle. */
function mayLabel(
  queue: StoredQueue,
  labels: readonly StoredLabel[],
  { personId, adjudicates, outcome }: LabelBody,
): Result<void> {
  if (!adjudicates) {
    return isLabeller(queue, personId)
      ? ok(undefined)
      : fail(
          createError('ASSAY-9002', {
            message: `The labels of ${queue.name} are given by the people it names`,
          }),
        )
  }
  if (outcome === null || labels.some((label) => label.adjudicates)) return ok(undefined)
  const words = new Set(labels.map((label) => label.outcome).filter((word) => word !== 'unsure'))
  return words.size > 1
    ? ok(undefined)
    : fail(
        createError('ASSAY-9009', { message: 'The labels of this row do not differ', where: 'adjudicates' }),
      )
}

async function tellLabelled(hub: Hub, { id, projectId, evaluationId }: StoredQueue): Promise<void> {
  hub.events.publish(projectId, { kind: 'label', id })
  const evaluation = await readEvaluation(hub.control, evaluationId)
  await followLabel(hub, evaluationId, evaluation?.progress.total ?? 0)
}

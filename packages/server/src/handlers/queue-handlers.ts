import type { annotationEndpoints } from '@assay/contracts/hub'
import { labelGuideline } from '@assay/core/judging/calibration'
import { must, ok } from '@assay/core'
import { createId } from '@assay/core/runs'
import { findNextRow, insertQueue, listQueues, readQueue, readQueueRow } from '@assay/storage/postgres'
import { drawQueue } from '../annotations/draw-queue.ts'
import { describeQueue } from '../annotations/describe-queue.ts'
import { describeQueueRow } from '../annotations/describe-queue-row.ts'
import { isLabeller } from '../annotations/is-labeller.ts'
import { requirePeople } from '../annotations/require-people.ts'
import { actorOf, type Handlers } from '../hub.ts'
import { notThere } from '../http/answer-endpoint.ts'

type QueueEndpoint = Extract<
  keyof typeof annotationEndpoints,
  'listQueues' | 'createQueue' | 'getQueue' | 'nextQueueRow'
>

export const queueHandlers: Handlers<QueueEndpoint> = {
  async listQueues({ params, query }, { control }) {
    const page = await listQueues(control, { ...params, ...query })
    if (!page.ok) return page
    const items = await Promise.all(page.value.items.map((queue) => describeQueue(control, queue)))
    return ok({ ...page.value, items })
  },
  async createQueue({ params, body }, context) {
    const { hub, control, at } = context
    const { projectId } = params
    const labellerIds = await requirePeople(control, {
      projectId,
      ids: body.labellerIds,
      where: 'labellerIds',
      right: 'review',
    })
    if (!labellerIds.ok) return labellerIds
    const drawn = await drawQueue({ control, facts: hub.facts }, projectId, body)
    if (!drawn.ok) return drawn
    const id = createId(hub.clock, hub.random)
    const { name, evaluationId, labelsPerRow, blind } = body
    await insertQueue(control, {
      id,
      projectId,
      name,
      evaluationId,
      labelsPerRow,
      blind,
      labellerIds: labellerIds.value,
      guidelineVersion: labelGuideline.version,
      by: actorOf(context).id,
      at,
      rows: drawn.value.map((row) => ({ ...row, id: createId(hub.clock, hub.random) })),
    })
    const queue = await describeQueue(control, must(await readQueue(control, projectId, id), `queue ${id}`))
    context.audit({ kind: 'annotation queue', id, name, after: queue })
    context.afterCommit(() => hub.events.publish(projectId, { kind: 'label', id }))
    return ok(queue)
  },
  async getQueue({ params }, { control }) {
    const queue = await readQueue(control, params.projectId, params.queueId)
    return queue === null ? notThere(params.queueId) : ok(await describeQueue(control, queue))
  },
  async nextQueueRow({ params, query: { after, adjudicate } }, context) {
    const { hub, control } = context
    const queue = await readQueue(control, params.projectId, params.queueId)
    if (queue === null) return notThere(params.queueId)
    const last = after === undefined ? null : await readQueueRow(control, queue.id, after)
    if (after !== undefined && last === null) return notThere(after)
    const personId = actorOf(context).id
    if (!adjudicate && !isLabeller(queue, personId)) return ok({ row: null, left: 0 })
    const { row, left } = await findNextRow(control, {
      queueId: queue.id,
      personId,
      labelsPerRow: queue.labelsPerRow,
      after: last?.position ?? null,
      adjudicate,
    })
    if (row === null) return ok({ row: null, left })
    const shown = await describeQueueRow({ control, facts: hub.facts }, { queue, row, personId, adjudicate })
    return shown.ok ? ok({ row: shown.value, left }) : shown
  },
}
